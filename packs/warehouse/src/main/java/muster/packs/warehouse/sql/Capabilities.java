package muster.packs.warehouse.sql;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What an engine guarantees, as far as a change of names depends on it.
///
/// @param ddl whether statements that change names can be taken back together
/// @param views what becomes of a view whose table is renamed
/// @param names how names are compared
/// @param longestName bytes of UTF-8; what is longer is cut without a word; null if there is no limit
/// @param lockWait longest wait for a lock, in milliseconds, before a statement gives up; null if nobody waits
/// @param timeTravel whether dropped rows can be read again
/// @param limits numbers that users are held to
public record Capabilities(
        Ddl ddl,
        Views views,
        Names names,
        @Nullable Integer longestName,
        @Nullable Integer lockWait,
        TimeTravel timeTravel,
        Limits limits) {

    /// Whether several statements that change names are all or nothing.
    public boolean takesBackTogether() {
        return ddl == Ddl.TRANSACTIONAL;
    }

    /// Whether the engine would cut a name.
    public boolean cuts(String name) {
        return longestName != null && name.getBytes(StandardCharsets.UTF_8).length > longestName;
    }

    /// Whether the engine would keep a name in another spelling.
    public boolean respells(String name) {
        return names == Names.LOWERED && !name.equals(Catalog.folded(name));
    }

    /// Whether statements that change names can be taken back together.
    public enum Ddl {
        /// A transaction takes all of them back.
        TRANSACTIONAL,
        /// Each stands by itself, so the way back must be written down before it.
        PER_STATEMENT
    }

    /// What becomes of a view whose table is renamed.
    public enum Views {
        /// It reads the table under its new name.
        FOLLOW,
        /// It fails at the next reading, unless something else bears the old name.
        BREAK
    }

    /// How names are compared.
    public enum Names {
        /// Two names that differ in case are one.
        FOLDED,
        /// They are two.
        EXACT,
        /// They are one, which is kept in lower case.
        LOWERED
    }

    /// Whether dropped rows can be read again.
    public enum TimeTravel {
        /// Never.
        NONE,
        /// For some days.
        FOR_DAYS
    }
}
