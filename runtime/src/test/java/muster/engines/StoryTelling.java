package muster.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import muster.run.RunId;
import muster.storage.Journal;
import muster.storage.Word;

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
        open(manner == Manner.BY_TWO_SERVERS ? 2 : 1);
    }

    /// A word that left something in the journal, and what became of it.
    private record Said(String line, Word word, String key, Told told) {}

    Journal journal() {
        return servers.getFirst().journal();
    }

    void tell() {
        for (var i = 0; i < story.lines().size(); i++) {
            if (manner == Manner.RESTARTED && i == stop) {
                restart();
            }
            line(i, story.lines().get(i));
        }
        if (manner == Manner.LATE) {
            said.forEach(this::again);
        }
    }

    private void open(int number) {
        for (var i = 0; i < number; i++) {
            servers.add(opener.get());
        }
    }

    private void restart() {
        var number = servers.size();
        close();
        servers.clear();
        open(number);
    }

    private void line(int number, String line) {
        var space = line.indexOf(' ');
        var rest = line.substring(space + 1).strip();
        switch (space < 0 ? line : line.substring(0, space)) {
            case "?" -> look(rest);
            case "at" -> later(number, rest);
            case "again" -> again(earlier(rest));
            case "restart" -> restart();
            case String first when first.matches("[+-]\\d.*") -> move(number, first);
            default -> say(number, line);
        }
    }

    private void move(int number, String by) {
        var span = StoryWords.span(by.substring(1));
        clock.move(by.startsWith("-") ? span.negated() : span);
        server(number).deliver();
    }

    private void say(int number, String line) {
        var parts = line.split("->", -1);
        var key = "line-" + number;
        var word = word(parts[0].strip());
        var told = tell(server(number), word, key);
        assertThat(word(told))
                .as("line %d: %s: %s", number, line, told)
                .isEqualTo(parts.length < 2 ? "ok" : parts[1].strip());
        if (!journal().told(run(), key).isEmpty()) {
            said.add(new Said(parts[0].strip(), word, key, told));
            repeat();
        }
    }

    private void later(int number, String rest) {
        var space = rest.indexOf(' ');
        var word = word(rest.substring(space + 1));
        var at = clock.instant().plus(StoryWords.span(rest.substring(1, space)));
        server(number).dispatch().tellAt(run(), at, word, "line-" + number);
        if (manner == Manner.TWICE) {
            server(number).dispatch().tellAt(run(), at.plusSeconds(1), word, "line-" + number);
        }
    }

    private void repeat() {
        switch (manner) {
            case TWICE -> again(said.getLast());
            case OUT_OF_ORDER -> again(said.get(random.nextInt(said.size())));
            case ONCE, LATE, RESTARTED, BY_TWO_SERVERS -> {}
        }
    }

    private Said earlier(String line) {
        var text = line.split("->", -1)[0].strip();
        return said.reversed().stream()
                .filter(each -> each.line().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not said before: " + text));
    }

    /// Whatever the run has come to, a word that comes again is answered as it was the first time.
    private void again(Said earlier) {
        assertThat(tell(servers.getLast(), earlier.word(), earlier.key()))
                .as("again: %s", earlier.line())
                .isEqualTo(new Told.AlreadyTold(earlier.told()));
    }

    private Told tell(EngineContract.Server server, Word word, String key) {
        return server.dispatch().tell(run(), word, key).join();
    }

    private Word word(String line) {
        var state = team().state();
        var text = line.replaceFirst("^team ", "");
        var ours = text.equals(line) ? null : TeamStoryWords.command(story.charter(), state, clock.instant(), text);
        return ours == null
                ? new Word.ToRun(StoryWords.command(story.plan(), state.run(), text))
                : new Word.ToTeam(ours);
    }

    /// What the journal tells of the team.
    private JournaledTeam team() {
        return new JournaledTeam(journal(), clock, run());
    }

    private RunId run() {
        return story.plan().id();
    }

    private EngineContract.Server server(int number) {
        return servers.get(number % servers.size());
    }

    private void look(String question) {
        var words = List.of(question.split("\\s+", -1));
        assertThat(new StoryLook(team().state()).seen(words)).as(question).isEqualTo(words.getLast());
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
