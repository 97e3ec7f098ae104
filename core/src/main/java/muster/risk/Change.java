package muster.risk;

import java.util.ArrayList;
import java.util.List;
import muster.plan.Mitigation;
import org.jspecify.annotations.Nullable;

/// One thing that is different: a risk that does not happen, a gate that does not fail, a risk that something is done
/// against.
///
/// @param event what it is about, if it is a risk
record Change(String id, String title, Kind kind, @Nullable RiskEvent event, Scenario scenario) {
    /// What is different.
    enum Kind {
        WITHOUT_RISK,
        WITHOUT_REPEATS,
        MITIGATED
    }

    static List<Change> all(RiskNetwork network, Scenario scenario) {
        var changes = new ArrayList<Change>();
        for (int number = 0; number < network.events().size(); number++) {
            var event = network.events().get(number);
            var id = event.id().value();
            changes.add(new Change(id, event.title(), Kind.WITHOUT_RISK, event, scenario.event(number, 0)));
            Mitigation mitigation = event.mitigation();
            if (mitigation != null) {
                var less = scenario.event(number, mitigation.residual().value());
                changes.add(new Change(id, event.title(), Kind.MITIGATED, event, less));
            }
        }
        for (int number = 0; number < network.repetitions().size(); number++) {
            var repetition = network.repetitions().get(number);
            var id = repetition.decision().value();
            changes.add(new Change(id, repetition.title(), Kind.WITHOUT_REPEATS, null, scenario.settled(number)));
        }
        return changes;
    }
}
