package muster.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import muster.run.RunId;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private static final Map<String, Channel> CHANNELS =
            Map.of("chat", new Channel.Slack("URL"), "log", new Channel.Lines("log"));

    @Test
    void withoutRulesEverythingGoesByEveryChannel() {
        assertThat(routing().channels(notice(NoticeKind.REMINDER, "ann"))).containsExactly("chat", "log");
    }

    @Test
    void aNoticeGoesByTheChannelsOfEveryRuleThatItMeetsButByEachOnce() {
        var routing = routing(
                rule(Set.of(NoticeKind.REMINDER), List.of("ann"), "chat"),
                rule(Set.of(), List.of("bob"), "log"),
                rule(Set.of(NoticeKind.REMINDER), List.of(), "chat"));

        assertThat(routing.channels(notice(NoticeKind.REMINDER, "ann"))).containsExactly("chat");
        assertThat(routing.channels(notice(NoticeKind.REMINDER, "ann", "bob"))).containsExactly("chat", "log");
        assertThat(routing.channels(notice(NoticeKind.BLOCKER, "ann"))).isEmpty();
    }

    @Test
    void whatConcernsEverybodyConcernsEachOne() {
        assertThat(routing(rule(Set.of(), List.of("ann"), "log")).channels(notice(NoticeKind.RUN_ENDED)))
                .containsExactly("log");
    }

    private static Routing routing(Routing.Rule... rules) {
        return new Routing(new TreeMap<>(CHANNELS), List.of(rules));
    }

    private static Routing.Rule rule(Set<NoticeKind> kinds, List<String> to, String channel) {
        return new Routing.Rule(kinds, to, List.of(channel));
    }

    private static Notice notice(NoticeKind kind, String... to) {
        return new Notice(
                new RunId("r1"), 1, Instant.EPOCH, kind, new Notice.Said(List.of(to), "run", "something happened"));
    }
}
