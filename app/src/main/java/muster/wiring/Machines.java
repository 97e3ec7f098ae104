package muster.wiring;

import java.util.List;
import muster.plan.Expectation;
import muster.plan.Plan;
import muster.plan.Target;
import muster.probes.Elsewhere;
import muster.targets.Routes;
import org.jspecify.annotations.Nullable;

/// Which machines an audit looks at, and how it reaches them.
///
/// @param target the machine that probes of a machine look at if the plan names none; none for this one
public record Machines(Routes routes, @Nullable Target target) {

    /// This machine, and by the plan's and the operator's word others.
    public static Machines standard() {
        return new Machines(Routes.standard(), null);
    }

    /// The plan, all of whose probes have their machine.
    Plan aimed(Plan plan) {
        return target == null ? plan : plan.expecting(aimed(plan.expectations()));
    }

    /// The expectations, all of whose probes have their machine.
    List<Expectation> aimed(List<Expectation> expectations) {
        return target == null
                ? expectations
                : expectations.stream().map(this::aimed).toList();
    }

    private Expectation aimed(Expectation expectation) {
        return expectation.probing().target() == null && Elsewhere.isOfMachine(expectation.probe())
                ? expectation.on(target)
                : expectation;
    }
}
