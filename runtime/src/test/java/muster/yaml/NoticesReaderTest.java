package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import muster.notices.Channel;
import muster.notices.GitHubIssue;
import muster.notices.NoticeKind;
import muster.notices.Relay;
import muster.notices.Routing;
import muster.plan.Parsed;
import muster.plan.Problem;
import org.junit.jupiter.api.Test;

class NoticesReaderTest {

    @Test
    void channelsAndRoutesAreRead() {
        var routing = ((Parsed.Ok<Routing>) read("""
                channels:
                  chat: {slack: SLACK_URL}
                  hook: {webhook: "https://host/hook", secret: HOOK_KEY}
                  bell: {command: [notify-send, -u, 5]}
                  log: {file: notices.jsonl}
                routes:
                  - {kinds: [gate-waiting, escalation], to: [ann], channels: [chat]}
                  - {channels: [log]}
                """)).value();

        assertThat(routing.channels())
                .containsEntry("chat", new Channel.Slack("SLACK_URL"))
                .containsEntry("hook", new Channel.Webhook("https://host/hook", "HOOK_KEY"))
                .containsEntry("bell", new Channel.Command(List.of("notify-send", "-u", "5")))
                .containsEntry("log", new Channel.Lines("notices.jsonl"));
        assertThat(routing.rules())
                .containsExactly(
                        new Routing.Rule(
                                Set.of(NoticeKind.GATE_WAITING, NoticeKind.ESCALATION),
                                List.of("ann"),
                                List.of("chat")),
                        new Routing.Rule(Set.of(), List.of(), List.of("log")));
    }

    @Test
    void mailsAndCommentsAreRead() {
        var routing = ((Parsed.Ok<Routing>) read("""
                channels:
                  team: {email: [ann@host.example], from: muster@host.example, smtp: smtp.host.example, login: {user: muster, password: SMTP_PASSWORD}}
                  here: {email: [bob@host.example], from: muster@host.example, smtp: "localhost:2525", encryption: none}
                  issue: {github: acme/tools#12, token: GITHUB_TOKEN}
                """)).value();

        var login = new Relay.Login("muster", "SMTP_PASSWORD");
        assertThat(routing.channels())
                .containsEntry(
                        "team",
                        new Channel.Email(
                                List.of("ann@host.example"),
                                "muster@host.example",
                                new Relay("smtp.host.example", 587, Relay.Encryption.STARTTLS, login)))
                .containsEntry(
                        "here",
                        new Channel.Email(
                                List.of("bob@host.example"),
                                "muster@host.example",
                                new Relay("localhost", 2525, Relay.Encryption.NONE, null)))
                .containsEntry(
                        "issue",
                        new Channel.GitHub(
                                new GitHubIssue("acme/tools", 12), "GITHUB_TOKEN", "https://api.github.com"));
    }

    @Test
    void theExampleHasEveryKindOfChannel() {
        var example = Path.of("..", "examples", "notices", "notices.yaml");

        var routing = ((Parsed.Ok<Routing>) NoticesReader.read(example)).value();

        assertThat(routing.channels().values())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(Channel.class.getPermittedSubclasses());
    }

    @Test
    void mistakesInMailsAndCommentsAreToldWithTheirPlaces() {
        var problems = ((Parsed.Failed<Routing>) read("""
                channels:
                  team: {email: [ann], from: muster@host.example, smtp: "host:70000", login: {user: muster}}
                  issue: {github: acme/tools, token: GITHUB_TOKEN}
                """)).problems();

        assertThat(problems)
                .extracting(Problem::toString)
                .anyMatch(each -> each.startsWith("notices.yaml:2:18: ") && each.contains("ann@host.example"))
                .anyMatch(each -> each.startsWith("notices.yaml:2:57: smtp must be a server") && each.contains("65535"))
                .anyMatch(each -> each.startsWith("notices.yaml:2:78: login needs the key 'password'"))
                .anyMatch(each -> each.startsWith("notices.yaml:3:19: github must be an issue such as owner/name#12"));
    }

    @Test
    void everyMistakeIsToldWithItsPlace() {
        var problems = ((Parsed.Failed<Routing>) read("""
                channels:
                  chat: {slak: SLACK_URL}
                  bell: {command: []}
                routes:
                  - {kinds: [gate], channels: [chat]}
                  - {channel: chat}
                """)).problems();

        assertThat(problems)
                .extracting(Problem::toString)
                .contains(
                        "notices.yaml:3:19: command must not be empty",
                        "notices.yaml:6:5: route needs the key 'channels'")
                .anyMatch(each -> each.startsWith("notices.yaml:2:10: unknown key 'slak' in channel"))
                .anyMatch(each -> each.startsWith("notices.yaml:5:14: kinds must be one of reminder, escalation,"));
    }

    @Test
    void aRouteToAChannelThatIsNotThereIsAMistake() {
        var problems = ((Parsed.Failed<Routing>) read("""
                channels:
                  chat: {slack: SLACK_URL}
                routes:
                  - {channels: [chatt]}
                """)).problems();

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "notices.yaml:1:1: a route names the channel 'chatt', which is not there\nMaybe 'chat' is meant");
    }

    private static Parsed<Routing> read(String text) {
        return NoticesReader.read("notices.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
