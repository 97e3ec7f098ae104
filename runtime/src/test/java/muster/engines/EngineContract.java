package muster.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.run.Recorded;
import muster.storage.Journal;
import muster.storage.MemoryJournal;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What every engine promises: each story leaves the same journal, entry by entry, in whatever manner its commands are
/// brought.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public interface EngineContract {

    /// A server over the store of a manner, which begins empty. What it did before it was closed is there again when
    /// another is opened.
    Server server(Manner manner, HandClock clock);

    /// One process of an engine.
    interface Server extends AutoCloseable {
        Dispatch dispatch();

        Journal journal();

        /// Delivers what is due by the clock, if the engine's time is moved by hand.
        void deliver();

        @Override
        void close();
    }

    /// The manners in which a story is told: all of them, unless the engine takes too long for that.
    ///
    /// @param number counts the stories from 0
    default List<Manner> manners(int number) {
        return List.of(Manner.values());
    }

    default Stream<Arguments> scenarios() {
        var stories = Story.all();
        return IntStream.range(0, stories.size())
                .boxed()
                .flatMap(number -> manners(number).stream().map(manner -> Arguments.of(stories.get(number), manner)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("scenarios")
    default void aStoryLeavesTheSameJournalInWhateverMannerItIsTold(Story story, Manner manner) {
        var clock = new HandClock();
        try (var telling = new StoryTelling(story, manner, clock, () -> server(manner, clock))) {
            telling.tell();

            assertThat(telling.journal().read(story.plan().id(), 0)).isEqualTo(expected(story));
        }
    }

    private static List<Recorded> expected(Story story) {
        var clock = new HandClock();
        var journal = new MemoryJournal();
        try (var telling =
                new StoryTelling(story, Manner.ONCE, clock, () -> new JournalServer(journal, clock, _ -> {}))) {
            telling.tell();
            return journal.read(story.plan().id(), 0);
        }
    }
}
