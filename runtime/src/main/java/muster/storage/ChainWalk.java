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

    /// The entries of a command, whose last hash covers them all.
    void step(CommandRow row) {
        if (broken == null) {
            row.entries(head.hash(), chain).forEach(entry -> step(entry, row));
        }
    }

    private void step(Entry entry, CommandRow row) {
        if (broken != null) {
            return;
        }
        var why = trouble(entry, row);
        if (why != null) {
            broken = why;
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

    /// Of the hashes of a command only that of its last entry is stored; the others have just been computed.
    private ChainCheck.@Nullable ChainBroken trouble(Entry entry, CommandRow row) {
        var next = head.sequence() + 1;
        if (entry.sequence() != next) {
            return new ChainCheck.ChainBroken(next, "entry " + next + " is missing, the next is " + entry.sequence());
        }
        if (entry.sequence() == row.sequence() && !entry.hash().equals(chain.after(head.hash(), entry))) {
            return changed(entry);
        }
        if (entry.version() != versions.getOrDefault(entry.run(), 0L) + 1) {
            return new ChainCheck.ChainBroken(next, "entry " + next + " is not the next of run " + entry.run());
        }
        boolean another = kept.stream()
                .anyMatch(head ->
                        head.sequence() == entry.sequence() && !head.hash().equals(entry.hash()));
        return another
                ? new ChainCheck.ChainBroken(next, "entry " + next + " is not the one whose hash was kept")
                : null;
    }

    private static ChainCheck.ChainBroken changed(Entry entry) {
        var first = entry.sequence() - entry.part();
        var what = entry.part() == 0
                ? "entry " + first + " or the hash before it was changed"
                : "one of the entries " + first + " to " + entry.sequence() + ", or the hash before them, was changed";
        return new ChainCheck.ChainBroken(first, what);
    }
}
