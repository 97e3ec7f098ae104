package muster.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Walks along a chain, entry by entry, and remembers the first thing that is wrong.
final class ChainWalk {
    private final List<ChainHead> kept = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final ChainHash chain = new ChainHash();
    private ChainHead head = ChainHead.NONE;
    private ChainCheck.@Nullable ChainBroken broken;

    ChainWalk(ChainHead kept) {
        this.kept.add(kept);
    }

    /// Another head that was noted when it was the last.
    void alsoKept(ChainHead head) {
        kept.add(head);
    }

    void step(Entry entry) {
        if (broken != null) {
            return;
        }
        var why = trouble(entry);
        if (why != null) {
            broken = new ChainCheck.ChainBroken(head.sequence() + 1, why);
            return;
        }
        versions.put(entry.run(), entry.version());
        head = entry.head();
    }

    void unreadable(String why) {
        if (broken == null) {
            broken = new ChainCheck.ChainBroken(head.sequence() + 1, why);
        }
    }

    ChainCheck end() {
        if (broken != null) {
            return broken;
        }
        for (var each : kept) {
            if (head.sequence() < each.sequence()) {
                return new ChainCheck.ChainBroken(
                        head.sequence() + 1,
                        "the tail is cut off: the kept head is entry " + each.sequence() + ", the last here is "
                                + head.sequence());
            }
        }
        return new ChainCheck.ChainHolds(head);
    }

    private @Nullable String trouble(Entry entry) {
        if (entry.sequence() != head.sequence() + 1) {
            return "entry " + (head.sequence() + 1) + " is missing, the next is " + entry.sequence();
        }
        if (!entry.hash().equals(chain.after(head.hash(), entry))) {
            return "entry " + entry.sequence() + " or the hash before it was changed";
        }
        if (entry.version() != versions.getOrDefault(entry.run(), 0L) + 1) {
            return "entry " + entry.sequence() + " is not the next of run " + entry.run();
        }
        boolean another = kept.stream()
                .anyMatch(head ->
                        head.sequence() == entry.sequence() && !head.hash().equals(entry.hash()));
        return another ? "entry " + entry.sequence() + " is not the one whose hash was kept" : null;
    }
}
