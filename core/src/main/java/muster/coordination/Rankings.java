package muster.coordination;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import muster.plan.ConflictKind;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// What agents want done before what.
final class Rankings {
    private Rankings() {}

    /// The conflict with what others said, directly or through a chain of wishes; null if there is none.
    static @Nullable ConflictNote opposing(List<ConflictEvent.Ranked> said, ConflictCommand.Rank wish) {
        return said.stream()
                .filter(each -> each.first().equals(wish.then()) && !each.by().equals(wish.by()))
                .filter(each -> leadsTo(each.then(), wish.first(), said, new HashSet<>()))
                .findFirst()
                .map(each -> new ConflictNote(
                        ConflictKind.PRIORITY,
                        wish.first() + " before " + wish.then() + ", or after it",
                        List.of(
                                new ConflictNote.Side(each.by(), wish.then(), ""),
                                new ConflictNote.Side(wish.by(), wish.first(), "")),
                        List.of(),
                        CoordinationRules.SYSTEM))
                .orElse(null);
    }

    private static boolean leadsTo(TaskId from, TaskId to, List<ConflictEvent.Ranked> said, Set<TaskId> seen) {
        return from.equals(to)
                || (seen.add(from)
                        && said.stream()
                                .filter(each -> each.first().equals(from))
                                .anyMatch(each -> leadsTo(each.then(), to, said, seen)));
    }
}
