package muster.packs.warehouse.usage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.StatementLog;
import org.jspecify.annotations.Nullable;

/// How views were used, by a log.
///
/// @param source the log, in words
/// @param log whether there was one
/// @param uses by view; a view that nobody used has none
public record ViewUse(String source, Log log, Map<String, Use> uses) {
    /// Nobody looked.
    public static final ViewUse UNKNOWN = none("this engine keeps no statements", Log.ABSENT);

    /// Whether there was a log.
    public enum Log {
        /// It was read.
        READ,
        /// There is none.
        ABSENT,
        /// It is there, and could not be read.
        UNREADABLE
    }

    /// The place of what a statement read in a row of a log.
    private static final int READ = 4;

    public ViewUse {
        uses = Map.copyOf(uses);
    }

    public Use of(String view) {
        return uses.getOrDefault(view, Use.NONE);
    }

    /// Whether the uses are all that there were.
    public boolean isKnown() {
        return log == Log.READ;
    }

    /// By a file of statements.
    public static ViewUse of(Collection<String> views, Path file) throws IOException {
        return new ViewUse(String.valueOf(file.getFileName()), Log.READ, uses(views, StatementFile.read(file)));
    }

    /// By the log of the engine. Uses without a time are those since the last look, at the latest now.
    ///
    /// @param since uses that are older do not matter
    public static ViewUse of(Session session, Collection<String> views, Instant now, Instant since)
            throws SQLException {
        var log = session.dialect().statementLog();
        if (log == null) {
            return UNKNOWN;
        }
        @Nullable Map<String, Use> found;
        try {
            found = found(session, log, views, since);
        } catch (SQLException e) {
            return unreadable(log, e);
        }
        if (found == null) {
            return none(log.name() + " is not there", Log.ABSENT);
        }
        return switch (log.times()) {
            case KNOWN -> new ViewUse(log.name() + " since " + since, Log.READ, found);
            case COUNTED ->
                new ViewUse(
                        log.name(),
                        Log.READ,
                        UseMemory.open(session, log.name()).since(found, now));
        };
    }

    private static ViewUse unreadable(StatementLog log, SQLException why) {
        var words = log.name() + " cannot be read: " + why.getMessage();
        return log.needs() == null
                ? none(words, Log.ABSENT)
                : none(words + "; it needs " + log.needs(), Log.UNREADABLE);
    }

    /// Lets a log that only counts begin anew for names that have become views: what was counted before was no use of
    /// a view.
    public static void begin(Session session, Collection<String> views) throws SQLException {
        var log = session.dialect().statementLog();
        if (log == null || views.isEmpty() || session.isRehearsal() || log.times() == StatementLog.Times.KNOWN) {
            return;
        }
        var found = readable(session, log, views);
        if (found != null) {
            UseMemory.open(session, log.name()).begin(found);
        }
    }

    /// Null if the log cannot be read: a rename does not fail for that, and the first look takes every use for new.
    private static @Nullable Map<String, Use> readable(Session session, StatementLog log, Collection<String> views) {
        try {
            return found(session, log, views, Instant.EPOCH);
        } catch (SQLException e) {
            return null;
        }
    }

    private static ViewUse none(String why, Log log) {
        return new ViewUse("none: " + why + "; a file may be given as log", log, Map.of());
    }

    /// Null if the log is not there.
    private static @Nullable Map<String, Use> found(
            Session session, StatementLog log, Collection<String> views, Instant since) throws SQLException {
        var rows = log.read(session, since);
        return rows == null
                ? null
                : uses(views, rows.stream().map(ViewUse::statement).toList());
    }

    private static Statement statement(Row row) {
        var text = row.values().get(0);
        var read = row.values().get(READ);
        return new Statement(
                text == null ? "" : text,
                row.values().get(1),
                row.number(2),
                LogMessage.instant(row.values().get(3)),
                read == null ? Set.of() : Set.copyOf(List.of(read.split(",", -1))));
    }

    private static Map<String, Use> uses(Collection<String> views, List<Statement> statements) {
        var named = new HashMap<String, String>();
        views.forEach(view -> named.put(Catalog.folded(view), view));
        var uses = new HashMap<String, Use>();
        for (var statement : statements) {
            var words = new HashSet<>(StatementWords.of(statement.text()));
            statement.read().forEach(each -> words.add(Catalog.folded(each)));
            words.retainAll(named.keySet());
            words.forEach(word -> uses.merge(named(named, word), Use.of(statement), Use::and));
        }
        return uses;
    }

    private static String named(Map<String, String> named, String word) {
        @Nullable String view = named.get(word);
        return view == null ? word : view;
    }
}
