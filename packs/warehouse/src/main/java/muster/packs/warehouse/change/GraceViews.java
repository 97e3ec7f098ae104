package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.views`: counts the views under old names, and drops those whose time is over. A view that somebody has
/// changed is left alone and becomes a decision.
public record GraceViews(InstantSource clock) implements SessionAction {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^A-Za-z0-9_]+");

    @Override
    public ActionResult perform(Session session, ActionCall call) throws SQLException {
        var arguments = Arguments.of(call);
        var drop = arguments.oneOf("do", List.of("list", "drop")).equals("drop");
        var at = arguments.instant("at", clock.instant());
        Journal.open(session, call.key());
        var outputs = new Outputs().put("dropped", drop ? drop(session, at, call.key()) : 0);
        var row = session.one("""
                SELECT count(*), count(CASE WHEN expires <= %s THEN 1 END), coalesce(CAST(min(expires) AS VARCHAR), 'none') FROM _muster_grace""".formatted(Journal.time(at)));
        return outputs.put("views", row.number(0))
                .put("expired", row.number(1))
                .put("next-expiry", row.text(2))
                .succeeded();
    }

    private static long drop(Session session, Instant at, String key) throws SQLException {
        var bodies = session.query(session.dialect().views()).stream()
                .collect(Collectors.toMap(row -> row.text(0), row -> body(row.text(1))));
        var expired =
                session.query("SELECT view_name, table_name FROM _muster_grace WHERE expires <= " + Journal.time(at));
        var statements = new ArrayList<String>();
        var decisions = new ArrayList<Decision>();
        for (var row : expired) {
            if (untouched(session, row, bodies)) {
                statements.addAll(dropping(row, bodies));
            } else {
                decisions.add(new Decision(row.text(0), "somebody has changed this view: is it still needed?"));
            }
        }
        session.executeTogether(statements);
        Journal.open(session, key).rememberDecisions(decisions);
        var catalog = Catalog.read(session);
        return expired.stream()
                .filter(row -> !catalog.has(row.text(0), Catalog.Kind.VIEW))
                .count();
    }

    private static List<String> dropping(Row row, Map<String, List<String>> bodies) {
        var forget = "DELETE FROM _muster_grace WHERE view_name = " + Sql.text(row.text(0));
        return bodies.containsKey(row.text(0))
                ? List.of("DROP VIEW " + Sql.identifier(row.text(0)), forget)
                : List.of(forget);
    }

    private static boolean untouched(Session session, Row row, Map<String, List<String>> bodies) throws SQLException {
        var columns = Contents.columns(session, row.text(1)).stream()
                .map(column -> column.text(0))
                .toList();
        var ours = body(session.dialect().bodyOfAll(row.text(1), columns));
        return bodies.getOrDefault(row.text(0), ours).equals(ours);
    }

    /// The words after the first AS; what stands before is the name, which the engine may qualify.
    private static List<String> body(String sql) {
        var start = sql.toUpperCase(Locale.ROOT).indexOf(" AS ");
        return NOT_A_WORD.splitAsStream(sql.substring(start)).toList();
    }
}
