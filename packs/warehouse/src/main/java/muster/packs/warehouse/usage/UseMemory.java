package muster.packs.warehouse.usage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import org.jspecify.annotations.Nullable;

/// What earlier looks into a log found, in the table `_muster_use`: a log that counts and knows no times tells by a
/// count that grew, or began anew, that a view was used since.
record UseMemory(Session session, String source, Map<String, Seen> seen) {
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS _muster_use(source VARCHAR, view_name VARCHAR, earlier BIGINT, times BIGINT,
            last_used VARCHAR)""";

    private static final Seen NEVER = new Seen(0, 0, null);

    /// @param earlier what the log had counted of the name before the view was there
    /// @param times what it had counted at the last look
    /// @param last when a use was last seen
    record Seen(long earlier, long times, @Nullable Instant last) {

        /// After another look. A count that fell began anew.
        Seen then(long count, Instant now) {
            var used = count != times && count > 0;
            return new Seen(count < times ? 0 : earlier, count, used ? now : last);
        }

        Use use(Use found) {
            return new Use(times - earlier, last, found.by());
        }
    }

    static UseMemory open(Session session, String source) throws SQLException {
        session.execute(TABLE);
        var seen = new TreeMap<String, Seen>();
        session.query("SELECT view_name, earlier, times, last_used FROM _muster_use WHERE source = " + Sql.text(source))
                .forEach(row -> seen.put(
                        row.text(0),
                        new Seen(
                                row.number(1),
                                row.number(2),
                                LogMessage.instant(row.values().get(3)))));
        return new UseMemory(session, source, seen);
    }

    /// The uses with their times, which are remembered.
    Map<String, Use> since(Map<String, Use> found, Instant now) throws SQLException {
        var looked = new TreeMap<>(seen);
        found.keySet().forEach(view -> looked.putIfAbsent(view, NEVER));
        looked.replaceAll(
                (view, before) -> before.then(found.getOrDefault(view, Use.NONE).times(), now));
        write(looked);
        var uses = new HashMap<String, Use>();
        looked.forEach((view, after) -> uses.put(view, after.use(found.getOrDefault(view, Use.NONE))));
        return uses;
    }

    /// Remembers what was counted of names before there were views under them.
    void begin(Map<String, Use> found) throws SQLException {
        var begun = new TreeMap<>(seen);
        found.forEach((view, use) -> begun.putIfAbsent(view, new Seen(use.times(), use.times(), null)));
        write(begun);
    }

    private void write(Map<String, Seen> all) throws SQLException {
        var statements = new ArrayList<String>();
        statements.add("DELETE FROM _muster_use WHERE source = " + Sql.text(source));
        if (!all.isEmpty()) {
            statements.add(all.entrySet().stream()
                    .map(each -> row(each.getKey(), each.getValue()))
                    .collect(Collectors.joining(", ", "INSERT INTO _muster_use VALUES ", "")));
        }
        session.executeTogether(statements);
    }

    private String row(String view, Seen seen) {
        var last = seen.last();
        return "(%s, %s, %d, %d, %s)"
                .formatted(
                        Sql.text(source),
                        Sql.text(view),
                        seen.earlier(),
                        seen.times(),
                        last == null ? "NULL" : Sql.text(last.toString()));
    }
}
