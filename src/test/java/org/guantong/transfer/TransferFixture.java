package org.guantong.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.Ref;
import org.guantong.testing.Given;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

/** A registered achievement, one who wants it, and what they all fill in. */
class TransferFixture {

	static final String NEED = "用于燃机叶片的检修周期预测，希望一年内试用。";

	final long host;

	final Person pi;

	final Person hostAdmin;

	final Person officer;

	final Person enterprise;

	final Person ownExpert;

	final List<Person> experts;

	final long achievement;

	final long project;

	private final Inbox inbox;

	private final Tasks tasks;

	private final Clock clock;

	TransferFixture(Given given, Inbox inbox, Tasks tasks, Clock clock) {
		this.inbox = inbox;
		this.tasks = tasks;
		this.clock = clock;
		host = given.organisation("HOST", "辽海大学");
		pi = given.person("林教授", host, Role.PI);
		hostAdmin = given.person("科研处", host, Role.HOST, Role.DEMAND_SIDE);
		officer = given.officer();
		long company = given.organisation("DEMAND_SIDE", "沈鼓动力");
		enterprise = given.person("赵经理", company, Role.DEMAND_SIDE);
		ownExpert = given.person("企业专家", company, Role.EXPERT);
		long elsewhere = given.organisation("HOST", "外省研究院");
		experts = LongStream.range(0, 5).mapToObj((i) -> given.person("专家" + i, elsewhere, Role.EXPERT)).toList();
		long coFunder = given.organisation("CO_FUNDER", "辽宁省科技厅");
		long round = given.round(given.fund(coFunder));
		Person contact = given.person("联系人", coFunder, Role.CO_FUNDER_CONTACT);
		long demand = given.demand(round, contact, "MAT", "叶片寿命预测");
		long question = given.question(round, "MAT", "蠕变机理", demand);
		project = given.project(given.direction(round, "MAT", "损伤演化", question), pi, "叶片损伤演化机理");
		achievement = given.achievement(project, "叶片寿命预测软件");
	}

	void complete(Person person, Ref subject, String step, Map<String, Object> form) {
		List<InboxItem> found = tasks(person, subject, step);
		if (found.size() != 1) {
			throw new AssertionError(found.size() + " tasks " + step + " wait for " + person.name());
		}
		tasks.complete(person, found.get(0).id(), form);
	}

	List<InboxItem> tasks(Person person, Ref subject, String step) {
		return inbox.list(person, InboxFilter.ALL, 0, 500)
			.stream()
			.filter((item) -> item.step().equals(step) && item.subject().ref().equals(subject))
			.toList();
	}

	static Map<String, Object> willing() {
		return Map.of("answer", "WILLING", "reply", "愿意许可使用，须署名。");
	}

	static Map<String, Object> invited(List<Person> people) {
		return Map.of("experts", people.stream().map((one) -> Long.toString(one.id())).toList());
	}

	static Map<String, Object> argument(String opinion) {
		return Map.of("feasibility", 8, "market", 7, "risk", 6, "opinion", opinion, "comments", "技术路线成熟，市场明确可期。",
				"pledge", true);
	}

	Map<String, Object> funded(int total, int first) {
		return new HashMap<>(Map.of("fundingMode", "LOCAL_FUND", "supportAmount", total, "firstPayment", first, "g2On",
				day(90), "g3On", day(180), "g4On", day(365), "remarks", "同意支持。"));
	}

	Map<String, Object> terms(int amount) {
		return Map.of("contractType", "LICENSE", "mode", "LICENSE", "amount", amount, "signedOn", day(0), "confirmed",
				true);
	}

	static Map<String, Object> stageReport() {
		return Map.of("report", "完成样本测试，误差低于一成。", "achieved", "YES");
	}

	static Map<String, Object> go() {
		return Map.of("decision", "GO", "remarks", "达到目标。");
	}

	Map<String, Object> hold(int days) {
		return Map.of("decision", "HOLD", "extendedUntil", day(days), "remarks", "样本不足，延期。");
	}

	Map<String, Object> outcome() {
		return Map.of("contractNumber", "2026210000123", "contractType", "LICENSE", "mode", "LICENSE", "amount",
				1200000.5, "signedOn", day(0), "effect", "用于三台燃机的检修计划。");
	}

	String day(int days) {
		return LocalDate.now(clock).plusDays(days).toString();
	}

}
