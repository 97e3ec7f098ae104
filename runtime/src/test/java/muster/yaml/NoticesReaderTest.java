package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import muster.notices.Channel;
import muster.notices.NoticeKind;
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
