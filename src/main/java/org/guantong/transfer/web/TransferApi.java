package org.guantong.transfer.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.achievement.TransferMode;
import org.guantong.identity.Person;
import org.guantong.transfer.FundingMode;
import org.guantong.transfer.GateRecord;
import org.guantong.transfer.MatchmakingEvent;
import org.guantong.transfer.MatchmakingEvents;
import org.guantong.transfer.Outcome;
import org.guantong.transfer.Terms;
import org.guantong.transfer.Transfer;
import org.guantong.transfer.TransferList;
import org.guantong.transfer.TransferRegister;
import org.guantong.transfer.TransferRow;
import org.guantong.transfer.TransferService;
import org.guantong.transfer.TransferState;
import org.guantong.transfer.TransferView;

/** Transfers as JSON. */
@RestController
@RequestMapping("/api")
class TransferApi {

	private final TransferService service;

	private final TransferRegister register;

	private final MatchmakingEvents events;

	TransferApi(TransferService service, TransferRegister register, MatchmakingEvents events) {
		this.service = service;
		this.register = register;
		this.events = events;
	}

	record Interest(String need, TransferMode mode) {
	}

	record TransferPage(List<TransferRow> items, long total) {
	}

	record TransferJson(long id, String code, long achievementId, String achievementCode, String title, String state,
			String demandSide, String host, String pi, String need, TransferMode wantedMode, String reply,
			FundingMode fundingMode, BigDecimal supportAmount, BigDecimal firstPayment, String verdictRemarks,
			List<GateRecord> gates, Terms agreement, Outcome outcome, Instant declaredAt, Instant endedAt) {

		static TransferJson of(TransferView view) {
			Transfer one = view.transfer();
			return new TransferJson(one.id(), one.code(), one.achievementId(), view.achievementCode(), one.title(),
					one.state().name(), view.demandSideName(), view.hostName(), view.piName(), one.need(),
					one.wantedMode(), one.reply(), one.fundingMode(), one.supportAmount(), one.firstPayment(),
					one.verdictRemarks(), view.gates(), view.agreement(), view.outcome(), one.declaredAt(),
					one.endedAt());
		}

	}

	@PostMapping("/achievements/{id}/transfers")
	@ResponseStatus(HttpStatus.CREATED)
	TransferJson declare(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Interest body) {
		return read(actor, service.declare(actor, id, body.need(), body.mode()).id());
	}

	@GetMapping("/transfers")
	TransferPage list(@AuthenticationPrincipal Person actor, @RequestParam(required = false) TransferState state,
			@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "0") int page) {
		TransferList found = register.list(actor, state, text, page);
		return new TransferPage(found.rows(), found.total());
	}

	@GetMapping("/transfers/{id}")
	TransferJson read(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return TransferJson.of(register.read(actor, id));
	}

	@GetMapping("/events")
	List<MatchmakingEvent> events(@AuthenticationPrincipal Person actor) {
		return events.list(actor);
	}

}
