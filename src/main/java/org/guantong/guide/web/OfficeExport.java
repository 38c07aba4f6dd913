package org.guantong.guide.web;

import java.util.List;
import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import org.guantong.guide.PanelBatchService;
import org.guantong.guide.RoundPanels.Awaiting;
import org.guantong.guide.adoption.CommitteeService;
import org.guantong.guide.adoption.SessionEntry;
import org.guantong.guide.adoption.SignOffService;
import org.guantong.guide.adoption.SignOffService.Waiting;
import org.guantong.guide.meeting.Meeting;
import org.guantong.guide.meeting.MeetingReadingService;
import org.guantong.identity.Person;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** The lists of validation and adoption as workbooks. */
@Controller
class OfficeExport {

	private static final Sheet<Meeting> MEETINGS = Sheet.<Meeting>of("meeting.list")
		.text("meeting.code", Meeting::code)
		.text("meeting.title", Meeting::title)
		.time("meeting.at", Meeting::meetsAt)
		.text("meeting.place", Meeting::place)
		.word("meeting.state", (one) -> "meeting.state." + one.state());

	private static final Sheet<SessionEntry> SESSIONS = Sheet.<SessionEntry>of("guide.sessions")
		.text("guide.session.title", SessionEntry::title)
		.text("guide.round", SessionEntry::roundTitle)
		.time("guide.session.heldAt", SessionEntry::heldAt)
		.whole("guide.directions", SessionEntry::directions)
		.whole("guide.session.adopted", (one) -> one.closedAt() == null ? null : one.adopted());

	private static final Sheet<Awaiting> PANELS = Sheet.<Awaiting>of("guide.panels")
		.text("guide.code", (one) -> one.direction().code())
		.text("guide.title", (one) -> one.direction().title())
		.text("guide.panels.experts", (one) -> String.join("\n", one.chosen()))
		.whole("guide.panels.reserves", Awaiting::reserves);

	private static final Sheet<Waiting> SIGN_OFF = Sheet.<Waiting>of("guide.signOff")
		.text("guide.code", (one) -> one.dossier().direction().code())
		.text("guide.title", (one) -> one.dossier().direction().title())
		.text("guide.text", (one) -> one.dossier().direction().text())
		.text("guide.applicationCodes", (one) -> String.join(" ", one.dossier().direction().applicationCodes()))
		.time("guide.signOff.due", (one) -> one.task().due());

	private final MeetingReadingService meetings;

	private final CommitteeService committee;

	private final PanelBatchService panels;

	private final SignOffService signOff;

	private final SheetWriter writer;

	OfficeExport(MeetingReadingService meetings, CommitteeService committee, PanelBatchService panels,
			SignOffService signOff, SheetWriter writer) {
		this.meetings = meetings;
		this.committee = committee;
		this.panels = panels;
		this.signOff = signOff;
		this.writer = writer;
	}

	@GetMapping({ "/meetings.xlsx", "/api/meetings.xlsx" })
	ResponseEntity<byte[]> meetings(@AuthenticationPrincipal Person me, Locale locale) {
		List<Meeting> all = meetings.list(me, 0, SheetWriter.ALL_ROWS);
		return writer.answer(locale, MEETINGS.with(all));
	}

	@GetMapping({ "/adoption.xlsx", "/api/adoption-sessions.xlsx" })
	ResponseEntity<byte[]> sessions(@AuthenticationPrincipal Person me, Locale locale) {
		return writer.answer(locale, SESSIONS.with(committee.all(me)));
	}

	/** For the office's eyes: it names experts. */
	@GetMapping({ "/rounds/{id}/panels.xlsx", "/api/rounds/{id}/panels.xlsx" })
	ResponseEntity<byte[]> panels(@AuthenticationPrincipal Person me, @PathVariable long id, Locale locale) {
		return writer.answer(locale, PANELS.with(panels.awaiting(me, id)));
	}

	@GetMapping({ "/sign-off.xlsx", "/api/sign-off.xlsx" })
	ResponseEntity<byte[]> signOff(@AuthenticationPrincipal Person me, Locale locale) {
		return writer.answer(locale, SIGN_OFF.with(signOff.waiting(me, 0, SheetWriter.ALL_ROWS)));
	}

}
