package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import muster.packs.warehouse.usage.ViewUse;

/// The removal of views whose time is over.
///
/// @param at the instant that decides what is over
record Dropping(Journal journal, Removal removal, ViewUse uses, Instant at) {
    /// Drops those of the views that are over, changed by nobody and no longer used; answers how many are gone.
    long all(List<GraceView> views) throws SQLException {
        var session = session();
        var over = views.stream().filter(GraceView::isOver).toList();
        var bodies = Bodies.read(session, over.stream().map(GraceView::table).toList());
        var dependants = over.isEmpty() ? new Dependants(Map.of()) : Dependants.read(session);
        var decisions = new ArrayList<Decision>();
        var going = new ArrayList<GraceView>();
        for (var each : over) {
            var reader = dependants.on(each.view());
            if (bodies.isOther(each.view(), each.table())) {
                decisions.add(new Decision(each.view(), "somebody has changed this view: is it still needed?"));
            } else if (reader != null && bodies.has(each.view())) {
                decisions.add(new Decision(
                        each.view(),
                        "it is read by " + reader + ", which has to go or read " + each.table() + " first"));
            } else if (isUnused(each, decisions)) {
                going.add(each);
            }
        }
        drop(going, bodies, decisions);
        journal.decisions().replace(decisions);
        var catalog = Catalog.read(session);
        return over.stream()
                .filter(each -> !catalog.has(each.view(), Catalog.Kind.VIEW))
                .count();
    }

    private Session session() {
        return journal.session();
    }

    /// Or used by somebody who is told rather than asked.
    private boolean isUnused(GraceView view, List<Decision> decisions) {
        var question = removal.question(uses.of(view.view()), at);
        question.ifPresent(each -> decisions.add(new Decision(view.view(), each)));
        return question.isEmpty() || removal.policy() == Removal.Policy.WARN;
    }

    /// One that somebody holds stays; the others are tried in halves without it.
    private void drop(List<GraceView> views, Bodies bodies, List<Decision> decisions) throws SQLException {
        try {
            session()
                    .executeTogether(views.stream()
                            .flatMap(each -> statements(each, bodies))
                            .toList());
        } catch (SQLException e) {
            if (!session().isRefusal(e) || views.isEmpty()) {
                throw e;
            }
            if (views.size() == 1) {
                decisions.add(new Decision(
                        views.getFirst().view(), Refusal.of(session().dialect(), e)));
                return;
            }
            drop(views.subList(0, views.size() / 2), bodies, decisions);
            drop(views.subList(views.size() / 2, views.size()), bodies, decisions);
        }
    }

    private static Stream<String> statements(GraceView view, Bodies bodies) {
        var forget = "DELETE FROM _muster_grace WHERE view_name = " + Sql.text(view.view());
        return bodies.has(view.view())
                ? Stream.of("DROP VIEW " + Sql.identifier(view.view()), forget)
                : Stream.of(forget);
    }
}
