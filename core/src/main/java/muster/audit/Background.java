package muster.audit;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an audit knows beside plan and evidence.
///
/// @param baseline the audit it is compared with
/// @param files tracked files of the workspace, relative to it; those that somebody should expect are looked for among
/// them
public record Background(@Nullable Baseline baseline, SortedSet<String> files, WaiverCondition conditions) {
    /// Nothing is known; a waiver with a condition does not count.
    public static final Background NONE = new Background(null, new TreeSet<>(), (_, _) -> false);

    public Background {
        files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
    }
}
