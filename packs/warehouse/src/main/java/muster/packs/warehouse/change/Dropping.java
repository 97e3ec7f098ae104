package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import muster.packs.warehouse.usage.ViewUse;

/// The removal of views whose time is over.
///
/// @param at the instant that decides what is over
record Dropping(Journal journal, Removal removal, ViewUse uses, Instant at) {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^A-Za-z0-9_]+");

    /// Drops those of the views that are over, changed by nobody and no longer used; answers how many are gone.
    long all(List<GraceView> views) throws SQLException {
        var session = session();
        var bodies = session.query(session.dialect().views()).stream()
                .collect(Collectors.toMap(row -> row.text(0), row -> body(row.text(1))));
        var over = views.stream().filter(GraceView::isOver).toList();
        var statements = new ArrayList<String>();
        var decisions = new ArrayList<Decision>();
        for (var each : over) {
            if (untouched(each, bodies)) {
                unlessUsed(each, bodies, statements, decisions);
            } else {
                decisions.add(new Decision(each.view(), "somebody has changed this view: is it still needed?"));
            }
        }
        session.executeTogether(statements);
        journal.rememberDecisions(decisions);
        var catalog = Catalog.read(session);
        return over.stream()
                .filter(each -> !catalog.has(each.view(), Catalog.Kind.VIEW))
                .count();
    }

    private Session session() {
        return journal.session();
    }

    private void unlessUsed(
            GraceView view, Map<String, List<String>> bodies, List<String> statements, List<Decision> decisions) {
        var question = removal.question(uses.of(view.view()), at);
        question.ifPresent(each -> decisions.add(new Decision(view.view(), each)));
        if (question.isEmpty() || removal.policy() == Removal.Policy.WARN) {
            statements.addAll(statements(view, bodies));
        }
    }

    private static List<String> statements(GraceView view, Map<String, List<String>> bodies) {
        var forget = "DELETE FROM _muster_grace WHERE view_name = " + Sql.text(view.view());
        return bodies.containsKey(view.view())
                ? List.of("DROP VIEW " + Sql.identifier(view.view()), forget)
                : List.of(forget);
    }

    private boolean untouched(GraceView view, Map<String, List<String>> bodies) throws SQLException {
        var columns = Contents.columns(session(), view.table()).stream()
                .map(column -> column.text(0))
                .toList();
        var ours = body(session().dialect().bodyOfAll(view.table(), columns));
        return bodies.getOrDefault(view.view(), ours).equals(ours);
    }

    /// The words after the first AS; what stands before is the name, which the engine may qualify.
    private static List<String> body(String sql) {
        var start = sql.toUpperCase(Locale.ROOT).indexOf(" AS ");
        return NOT_A_WORD.splitAsStream(sql.substring(start)).toList();
    }
}
