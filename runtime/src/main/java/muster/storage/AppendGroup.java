package muster.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Batches that become one transaction: decides what becomes of each, in order, and what there is to write.
final class AppendGroup {
    private final Map<String, Extent> runs;
    private final Map<Known.Said, Long> said;
    private final List<CommandRow> rows = new ArrayList<>();
    private final Map<String, Extent> grown = new HashMap<>();
    private final Map<String, Long> began = new LinkedHashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final ChainHash chain = new ChainHash();
    private ChainHead head;

    /// Goes on with what is known in the maps that it is given.
    AppendGroup(ChainHead head, Known known) {
        this.head = head;
        this.runs = known.runs();
        this.said = known.said();
    }

    AppendOutcome add(Draft draft) {
        var batch = draft.batch();
        var earlier = said.get(Known.Said.of(batch));
        if (earlier != null) {
            return new AppendOutcome.AlreadyDone(earlier);
        }
        var present = runs.getOrDefault(batch.run().value(), Extent.NONE);
        if (present.version() != batch.expectedVersion()) {
            return new AppendOutcome.VersionConflict(present.version());
        }
        messages.addAll(batch.messages());
        if (!batch.events().isEmpty()) {
            chain(draft, present);
        }
        return draft.appended();
    }

    void add(Message message) {
        messages.add(message);
    }

    ChainHead head() {
        return head;
    }

    /// What is to be stored, one row for each batch with events.
    List<CommandRow> rows() {
        return rows;
    }

    /// Where the runs lie now that get entries.
    Map<String, Extent> grown() {
        return grown;
    }

    /// Runs that begin, with the number of their first entry.
    Map<String, Long> began() {
        return began;
    }

    List<Message> messages() {
        return messages;
    }

    private void chain(Draft draft, Extent present) {
        var batch = draft.batch();
        var run = batch.run().value();
        var extent = present.after(head.sequence(), batch.events().size());
        for (var sealed : draft.sealed()) {
            var sequence = head.sequence() + 1;
            head = new ChainHead(sequence, chain.after(head.hash(), sequence, sealed));
        }
        rows.add(new CommandRow(
                head.sequence(),
                extent.began(),
                run,
                extent.version(),
                batch.command(),
                draft.at(),
                draft.text(),
                head.hash()));
        if (present.version() == 0) {
            began.put(run, extent.began());
        }
        runs.put(run, extent);
        grown.put(run, extent);
        said.put(Known.Said.of(batch), extent.version());
    }
}
