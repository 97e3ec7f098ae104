package muster.audit;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an audit knows beside plan and evidence.
///
/// @param baseline the audit it is compared with
/// @param files tracked files of the workspace, relative to it; those that somebody should expect are looked for among
/// them
/// @param folder what was found out about the folder as a whole
public record Background(
        @Nullable EarlierAudit baseline,
        SortedSet<String> files,
        WaiverCondition conditions,
        List<AuditFinding> folder) {
    /// Nothing is known; a waiver with a condition does not count.
    public static final Background NONE = new Background(null, new TreeSet<>(), (_, _) -> false, List.of());

    public Background {
        folder = List.copyOf(folder);
        files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
    }
}
