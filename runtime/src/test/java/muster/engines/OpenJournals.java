package muster.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import muster.storage.Journal;

/// Journals of a test class by manner. They stay open from story to story, because opening one takes longer than a
/// story; only where a restart is what is tested, they are closed and opened.
final class OpenJournals implements AutoCloseable {
    private final Function<Manner, Journal> opening;
    private final Map<Manner, Deque<Journal>> idle = new EnumMap<>(Manner.class);

    OpenJournals(Function<Manner, Journal> opening) {
        this.opening = opening;
    }

    JournalServer server(Manner manner, HandClock clock) {
        var resting = idle.computeIfAbsent(manner, _ -> new ArrayDeque<>());
        var journal = resting.isEmpty() ? opening.apply(manner) : resting.pop();
        return new JournalServer(journal, clock, used -> {
            if (manner == Manner.RESTARTED) {
                used.close();
            } else {
                resting.push(used);
            }
        });
    }

    /// What all stories together left is one whole chain.
    @Override
    public void close() {
        for (var manner : Manner.values()) {
            var resting = idle.getOrDefault(manner, new ArrayDeque<>());
            try (var journal = resting.isEmpty() ? opening.apply(manner) : resting.pop()) {
                assertThat(journal.verify(ChainHead.NONE)).isEqualTo(new ChainCheck.ChainHolds(journal.head()));
            }
            resting.forEach(Journal::close);
        }
    }
}
