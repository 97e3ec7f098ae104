package muster.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import muster.storage.MemoryJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whether the stories of the contract can fail.
class StoryTest {

    static List<Story> all() {
        return Story.all();
    }

    @Test
    void noTwoStoriesHaveOneName() {
        assertThat(all()).extracting(Story::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aStoryGoesOtherwiseWithoutSomethingThatIsSaidInIt(Story story) {
        assertThat(IntStream.range(0, story.lines().size())
                        .filter(line -> !story.lines().get(line).startsWith("?"))
                        .skip(1)
                        .anyMatch(line -> fails(story.without(line))))
                .isTrue();
    }

    private static boolean fails(Story story) {
        var clock = new HandClock();
        var journal = new MemoryJournal();
        try (var telling =
                new StoryTelling(story, Manner.ONCE, clock, () -> new JournalServer(journal, clock, _ -> {}))) {
            telling.tell();
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }
}
