package muster.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.TreeMap;
import muster.coordination.CoordinationState;
import muster.coordination.GateCommand;
import muster.coordination.GateRule;
import muster.engines.RunTeam;
import muster.plan.Parsed;
import muster.plan.Severity;
import muster.policy.GatePolicy;
import muster.run.GateCondition;
import muster.run.GateState;

/// What open gates need of the world: the newest audit, and what their policies say of it.
final class Gatekeeper {
    private Gatekeeper() {}

    /// Tells a team what its open gates ask for, as far as the workspace knows.
    static void attend(RunTeam team, Workspace workspace) {
        team.settle();
        var open = team.state().charter().gates().stream()
                .filter(gate -> team.state().run().gates().get(gate.gate()) instanceof GateState.Open)
                .filter(gate -> gate.policy() != null || gate.terms().awaited().audit() != null)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        record(team, workspace);
        for (var gate : open) {
            judge(team, gate);
        }
    }

    /// The newest audit, once.
    private static void record(RunTeam team, Workspace workspace) {
        try {
            if (KeptAudit.newest(workspace) instanceof Parsed.Ok<KeptAudit>(var audit)) {
                var outcome = AuditOutcome.of(audit.report());
                team.tell(outcome, "audit/" + outcome.verdict().word() + "/" + outcome.digest());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A policy is an event each time its answer changes.
    private static void judge(RunTeam team, GateRule gate) {
        var policy = gate.policy();
        var state = team.state();
        if (policy == null || !(state.run().gate(gate.gate()) instanceof GateState.Open)) {
            return;
        }
        var figures = figures(state);
        boolean holds = GatePolicy.holds(policy, figures);
        boolean held = state.gate(gate.gate()).met().contains(GateCondition.POLICY);
        if (holds != held) {
            var seen = "audit " + figures.audit() + ", blockers " + figures.blockers() + ", metrics "
                    + figures.metrics() + ", " + figures.facts().size() + " facts";
            team.tell(
                    new GateCommand.Judge(gate.gate(), holds, seen),
                    "judge/" + gate.gate() + "/" + state.run().version());
        }
    }

    private static GatePolicy.Figures figures(CoordinationState state) {
        var blockers = new TreeMap<String, Long>();
        for (var severity : Severity.values()) {
            blockers.put(
                    severity.name(),
                    state.blockers().values().stream()
                            .filter(each ->
                                    each.settled() == null && each.note().severity() == severity)
                            .count());
        }
        var metrics = new TreeMap<String, BigDecimal>();
        state.outside().metrics().forEach((name, value) -> metrics.put(name.toLowerCase(Locale.ROOT), value));
        var verdict = state.outside().verdict();
        return new GatePolicy.Figures(state.run().facts(), verdict == null ? "" : verdict.word(), blockers, metrics);
    }
}
