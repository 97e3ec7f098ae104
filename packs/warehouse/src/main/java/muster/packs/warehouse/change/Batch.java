package muster.packs.warehouse.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Renames that happen in one transaction. A chain is never divided.
///
/// @param seq number in the journal of its first step; the others follow
record Batch(List<Chain> chains, long seq) {
    Batch {
        chains = List.copyOf(chains);
    }

    /// Batches of about a size.
    ///
    /// @param last number of the last change that is written down
    static List<Batch> of(List<Chain> chains, int size, long last) {
        var batches = new ArrayList<Batch>();
        var batch = new ArrayList<Chain>();
        long seq = last + 1;
        int held = 0;
        for (var chain : chains) {
            if (held > 0 && held + chain.renamings().size() > size) {
                batches.add(new Batch(batch, seq));
                seq += batches.getLast().steps().size();
                batch.clear();
                held = 0;
            }
            batch.add(chain);
            held += chain.renamings().size();
        }
        if (held > 0) {
            batches.add(new Batch(batch, seq));
        }
        return batches;
    }

    /// The first half of the chains and the second.
    List<Batch> halves() {
        int middle = chains.size() / 2;
        var first = new Batch(chains.subList(0, middle), seq);
        return List.of(
                first,
                new Batch(
                        chains.subList(middle, chains.size()),
                        seq + first.steps().size()));
    }

    /// The chains that have none of these tables. The numbers of the others are free.
    Batch without(Set<String> tables) {
        return new Batch(chains.stream().filter(chain -> !chain.has(tables)).toList(), seq);
    }

    /// As budgets and records call it.
    String name() {
        return name(renamings());
    }

    /// How these renames are called.
    static String name(List<Renaming> renamings) {
        return "%d renames from %s"
                .formatted(renamings.size(), renamings.getFirst().from());
    }

    List<Renaming> renamings() {
        return chains.stream().flatMap(each -> each.renamings().stream()).toList();
    }

    List<Chain.Step> steps() {
        return chains.stream().flatMap(each -> each.steps().stream()).toList();
    }

    /// The renames whose old name nobody takes.
    List<Renaming> leaving() {
        return chains.stream().flatMap(each -> each.leaving().stream()).toList();
    }
}
