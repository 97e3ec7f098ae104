package muster.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import muster.plan.GateId;
import muster.plan.TaskId;
import muster.run.RunRules;
import muster.run.RunState;
import muster.storage.Journal;

/// Tells a story to servers in a manner, and looks whether it goes as it says.
final class StoryTelling implements AutoCloseable {
    private final Story story;
    private final Manner manner;
    private final HandClock clock;
    private final Supplier<EngineContract.Server> opener;
    private final Random random;
    private final List<EngineContract.Server> servers = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private final int stop;

    StoryTelling(Story story, Manner manner, HandClock clock, Supplier<EngineContract.Server> opener) {
        this.story = story;
        this.manner = manner;
        this.clock = clock;
        this.opener = opener;
        this.random = new Random(story.name().hashCode());
        this.stop = random.nextInt(story.lines().size());
        servers.add(opener.get());
        if (manner == Manner.BY_TWO_SERVERS) {
            servers.add(opener.get());
        }
    }

    /// A command that left something in the journal, and what became of it.
    ///
    /// @param teller tells it to a server
    private record Said(Function<EngineContract.Server, Told> teller, Told told) {}

    Journal journal() {
        return servers.getFirst().journal();
    }

    void tell() {
        for (var i = 0; i < story.lines().size(); i++) {
            if (manner == Manner.RESTARTED && i == stop) {
                servers.removeFirst().close();
                servers.add(opener.get());
            }
            line(i, story.lines().get(i));
        }
        if (manner == Manner.LATE) {
            said.forEach(this::again);
        }
    }

    private void line(int number, String line) {
        if (line.startsWith("?")) {
            look(line.substring(1).strip());
        } else if (line.startsWith("+")) {
            clock.move(StoryWords.span(line.substring(1)));
            server(number).deliver();
        } else if (line.startsWith("-")) {
            clock.move(StoryWords.span(line.substring(1)).negated());
            server(number).deliver();
        } else if (line.startsWith("at +")) {
            later(number, line.substring("at +".length()));
        } else {
            say(number, line);
        }
    }

    private void say(int number, String line) {
        var parts = line.split("->", -1);
        var key = "line-" + number;
        var teller = teller(parts[0].strip(), key);
        var told = teller.apply(server(number));
        assertThat(word(told))
                .as("line %d: %s: %s", number, line, told)
                .isEqualTo(parts.length < 2 ? "ok" : parts[1].strip());
        if (!journal().told(story.plan().id(), key).isEmpty()) {
            said.add(new Said(teller, told));
            repeat();
        }
    }

    private void later(int number, String rest) {
        var space = rest.indexOf(' ');
        var command = StoryWords.command(story.plan(), state(), rest.substring(space + 1));
        var at = clock.instant().plus(StoryWords.span(rest.substring(0, space)));
        server(number).dispatch().tellAt(story.plan().id(), at, command, "line-" + number);
        if (manner == Manner.TWICE) {
            server(number).dispatch().tellAt(story.plan().id(), at.plusSeconds(1), command, "line-" + number);
        }
    }

    private void repeat() {
        switch (manner) {
            case TWICE -> again(said.getLast());
            case OUT_OF_ORDER -> again(said.get(random.nextInt(said.size())));
            case ONCE, LATE, RESTARTED, BY_TWO_SERVERS -> {}
        }
    }

    /// Whatever the run has come to, a command that comes again is answered as it was the first time.
    private void again(Said earlier) {
        assertThat(earlier.teller().apply(server(0))).isEqualTo(new Told.AlreadyTold(earlier.told()));
    }

    private Function<EngineContract.Server, Told> teller(String line, String key) {
        if (line.startsWith("team ")) {
            return toTeam(line.substring("team ".length()), key);
        }
        var command = StoryWords.command(story.plan(), state(), line);
        return server -> server.dispatch().tell(story.plan().id(), command, key).join();
    }

    /// As agents' commands do: through the team, in whose name what is due is said first.
    private Function<EngineContract.Server, Told> toTeam(String line, String key) {
        var ours =
                TeamStoryWords.command(story.charter(), team(servers.getFirst()).state(), clock.instant(), line);
        if (ours != null) {
            return server -> team(server).tell(ours, key);
        }
        var command = StoryWords.command(story.plan(), state(), line);
        return server -> team(server).tell(command, key);
    }

    private JournaledTeam team(EngineContract.Server server) {
        return new JournaledTeam(server.journal(), clock, story.plan().id());
    }

    private EngineContract.Server server(int number) {
        return servers.get(number % servers.size());
    }

    private RunState state() {
        var state = RunState.before(story.plan().id());
        for (var recorded : journal().read(story.plan().id(), 0)) {
            state = RunRules.apply(state, recorded.event());
        }
        return state;
    }

    private void look(String question) {
        var words = question.split("\\s+", -1);
        var state = state();
        var seen = switch (words[0]) {
            case "run" -> state.status().name();
            case "gate" -> state.gate(new GateId(words[1])).getClass().getSimpleName();
            default -> state.step(new TaskId(words[0])).getClass().getSimpleName();
        };
        assertThat(seen.toLowerCase(Locale.ROOT)).as(question).isEqualTo(words[words.length - 1]);
    }

    private static String word(Told told) {
        return switch (told) {
            case Told.Accepted _ -> "ok";
            case Told.Refused _ -> "no";
            case Told.AlreadyTold _ -> "told before";
        };
    }

    @Override
    public void close() {
        servers.forEach(EngineContract.Server::close);
    }
}
