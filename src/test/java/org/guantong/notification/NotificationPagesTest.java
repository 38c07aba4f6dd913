package org.guantong.notification;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import org.guantong.identity.Person;
import org.guantong.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The pages of the outbox and of one's own choice. */
class NotificationPagesTest extends MailTest {

	@Autowired
	WebApplicationContext context;

	private MockMvc site;

	private Person officer;

	private Person reader;

	@BeforeEach
	void openSite() {
		site = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
		officer = somebody("项目主任", "zh", "officer@example.org", Role.OFFICER);
		reader = somebody("王主任", "zh", Role.EXPERT);
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void theOutboxListsMailsAndSaysWhatToSetWhereNoServerIs() throws Exception {
		posted(Notice.of("returned", reader, "case-1", "/tasks/1", "<script>x</script>", "张三", "太长"));

		String page = read(officer, "/admin/mails?state=WAITING&text=" + reader.email());

		assertThat(page)
			.contains("尚未配置邮件服务器", "SPRING_MAIL_HOST", "等待发送", reader.email(), "退回修改：&lt;script&gt;x&lt;/script&gt;",
					"共 1 封")
			.doesNotContain("<script>x", "??");
		assertThat(read(officer, "/admin/mails?text=nobody-has-this")).contains("没有符合条件的邮件");
	}

	@Test
	void theOutboxSpeaksEnglishToo() throws Exception {
		posted(MailboxTest.assigned(reader));

		String page = site.perform(as(officer, get("/admin/mails?lang=en")).locale(Locale.ENGLISH))
			.andReturn()
			.getResponse()
			.getContentAsString();

		assertThat(page).contains("No mail server is set", "Waiting", "1 mail<").doesNotContain("??", "邮件");
	}

	@Test
	void aMailIsShownAsTextAndInASandbox() throws Exception {
		posted(MailboxTest.assigned(reader));

		String page = read(officer, "/admin/mails/" + onlyMailTo(reader).id());

		assertThat(page).contains("查看并办理", "sandbox=\"\"", "srcdoc=\"&lt;!DOCTYPE html&gt;", "<pre")
			.doesNotContain("重新发送", "??");
	}

	@Test
	void theOutboxIsClosedToOthers() throws Exception {
		posted(MailboxTest.assigned(reader));
		long id = onlyMailTo(reader).id();

		site.perform(as(reader, get("/admin/mails"))).andExpect(status().isForbidden());
		site.perform(as(reader, get("/admin/mails/" + id))).andExpect(status().isForbidden());
		site.perform(as(reader, post("/admin/mails/" + id + "/retry")).with(csrf())).andExpect(status().isForbidden());
	}

	@Test
	void aFailedMailIsRetriedFromItsPage() throws Exception {
		posted(MailboxTest.assigned(reader));
		long id = onlyMailTo(reader).id();
		jdbc.sql("update mail_outbox set state = 'FAILED', last_error = 'no such user' where id = ?")
			.param(id)
			.update();
		assertThat(read(officer, "/admin/mails/" + id)).contains("重新发送", "no such user");

		site.perform(as(officer, post("/admin/mails/" + id + "/retry")).with(csrf()))
			.andExpect(redirectedUrl("/admin/mails/" + id));

		assertThat(onlyMailTo(reader).state()).isEqualTo(MailState.WAITING);
	}

	@Test
	void peopleChooseTheDailyDigestForThemselves() throws Exception {
		assertThat(read(reader, "/profile/notifications")).contains(reader.email(), "每日汇总").doesNotContain("??");

		site.perform(as(reader, post("/profile/notifications")).with(csrf()).param("delivery", "DAILY"))
			.andExpect(redirectedUrl("/profile/notifications"));

		assertThat(read(reader, "/profile/notifications")).containsPattern("value=\"DAILY\"[^>]*checked");
		site.perform(as(reader, post("/profile/notifications")).with(csrf()).param("delivery", "NEVER"))
			.andExpect(status().is4xxClientError());
		site.perform(as(reader, post("/profile/notifications")).with(csrf())).andExpect(status().is4xxClientError());
	}

	private String read(Person person, String path) throws Exception {
		return site.perform(as(person, get(path)).locale(Locale.CHINESE))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private static MockHttpServletRequestBuilder as(Person person, MockHttpServletRequestBuilder request) {
		return request.with(authentication(SignedIn.as(person)));
	}

}
