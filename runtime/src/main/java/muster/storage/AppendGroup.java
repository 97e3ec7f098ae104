package muster.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Batches that become one transaction: decides what becomes of each, in order, and what there is to write.
final class AppendGroup {
    private final Map<String, Long> versions;
    private final Map<Known.Said, Long> said;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Long> grown = new HashMap<>();
    private final Map<String, Long> began = new LinkedHashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final ChainHash chain = new ChainHash();
    private ChainHead head;

    AppendGroup(ChainHead head, Known known) {
        this.head = head;
        this.versions = new HashMap<>(known.versions());
        this.said = new HashMap<>(known.said());
    }

    AppendOutcome add(Batch batch, List<Entry.Draft> drafts) {
        var earlier = said.get(Known.Said.of(batch));
        if (earlier != null) {
            return new AppendOutcome.AlreadyDone(earlier);
        }
        var run = batch.run().value();
        long present = versions.getOrDefault(run, 0L);
        if (present != batch.expectedVersion()) {
            return new AppendOutcome.VersionConflict(present);
        }
        messages.addAll(batch.messages());
        drafts.forEach(this::chain);
        if (!drafts.isEmpty()) {
            said.put(Known.Said.of(batch), present + drafts.size());
        }
        return new AppendOutcome.Appended(Drafts.recorded(batch));
    }

    void add(Message message) {
        messages.add(message);
    }

    ChainHead head() {
        return head;
    }

    List<Entry> entries() {
        return entries;
    }

    /// The new versions of runs that get entries.
    Map<String, Long> grown() {
        return grown;
    }

    /// Runs that begin, with the number of their first entry.
    Map<String, Long> began() {
        return began;
    }

    List<Message> messages() {
        return messages;
    }

    private void chain(Entry.Draft draft) {
        var run = draft.run().value();
        long version = versions.getOrDefault(run, 0L) + 1;
        var entry = Entry.after(head, draft, version, chain);
        entries.add(entry);
        if (version == 1) {
            began.put(run, entry.sequence());
        }
        grown.put(run, version);
        versions.put(run, version);
        head = entry.head();
    }
}
