package org.guantong.guide.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.guide.meeting.Meeting;
import org.guantong.guide.meeting.MeetingPaper;
import org.guantong.guide.meeting.MeetingReadingService;
import org.guantong.guide.meeting.MeetingService;
import org.guantong.guide.meeting.MeetingSheet;
import org.guantong.guide.meeting.MinutesService;
import org.guantong.guide.meeting.NewMeeting;
import org.guantong.guide.meeting.NewVote;
import org.guantong.guide.meeting.VotingService;
import org.guantong.identity.Person;
import org.guantong.review.ConflictKind;

/** Meetings as JSON: the same rules, the same services as the pages. */
@RestController
@RequestMapping("/api")
class MeetingApi {

	private static final int LARGEST_PAGE = 100;

	private final MeetingReadingService reading;

	private final MeetingService meetings;

	private final VotingService voting;

	private final MinutesService minutes;

	MeetingApi(MeetingReadingService reading, MeetingService meetings, VotingService voting, MinutesService minutes) {
		this.reading = reading;
		this.meetings = meetings;
		this.voting = voting;
		this.minutes = minutes;
	}

	record MeetingPage(List<Meeting> items, long total) {
	}

	record Ids(List<Long> ids) {
	}

	record Presence(boolean present) {
	}

	record Interest(long member, ConflictKind kind, String note) {
	}

	record Text(int after, String text) {
	}

	@GetMapping("/meetings")
	MeetingPage list(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		return new MeetingPage(reading.list(actor, Math.max(0, page), Math.max(1, Math.min(size, LARGEST_PAGE))),
				reading.count(actor));
	}

	@PostMapping("/rounds/{round}/meetings")
	ResponseEntity<MeetingSheet> create(@AuthenticationPrincipal Person actor, @PathVariable long round,
			@RequestBody NewMeeting wanted) {
		long id = meetings.create(actor, round, wanted);
		return ResponseEntity.created(URI.create("/api/meetings/" + id)).body(reading.open(actor, id));
	}

	@GetMapping("/meetings/{id}")
	MeetingSheet open(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return reading.open(actor, id);
	}

	@GetMapping("/meetings/{id}/items/{item}")
	MeetingPaper paper(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long item) {
		return reading.paper(actor, id, item);
	}

	@PostMapping("/meetings/{id}/agenda")
	MeetingSheet place(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Ids items) {
		meetings.place(actor, id, items.ids() == null ? List.of() : items.ids());
		return reading.open(actor, id);
	}

	@PostMapping("/meetings/{id}/members")
	MeetingSheet call(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Ids members) {
		meetings.call(actor, id, members.ids() == null ? List.of() : members.ids());
		return reading.open(actor, id);
	}

	@PutMapping("/meetings/{id}/members/{member}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void sign(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long member,
			@RequestBody Presence presence) {
		voting.sign(actor, id, member, presence.present());
	}

	@PostMapping("/meetings/{id}/tell")
	Map<String, Integer> tell(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return Map.of("told", meetings.tell(actor, id));
	}

	@PostMapping("/meetings/{id}/open")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void begin(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		voting.open(actor, id);
	}

	@PostMapping("/meetings/{id}/items/{item}/recusals")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void recuse(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long item,
			@RequestBody Interest interest) {
		voting.recuse(actor, id, item, interest.member(), interest.kind(), interest.note());
	}

	@PostMapping("/meetings/{id}/items/{item}/vote")
	Map<String, Boolean> vote(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long item,
			@RequestBody NewVote vote) {
		return Map.of("passed", voting.vote(actor, id, item, vote));
	}

	@PostMapping("/meetings/{id}/close")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void close(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		voting.close(actor, id);
	}

	@GetMapping("/meetings/{id}/minutes/proposal")
	Map<String, String> proposal(@AuthenticationPrincipal Person actor, @PathVariable long id, Locale locale) {
		return Map.of("text", minutes.proposed(actor, id, locale));
	}

	@PostMapping("/meetings/{id}/minutes")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void write(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Text text) {
		minutes.write(actor, id, text.after(), text.text());
	}

	@PostMapping("/meetings/{id}/minutes/{number}/confirm")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void confirm(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable int number) {
		minutes.confirm(actor, id, number);
	}

}
