package muster.yaml;

import muster.plan.Plan;

/// Writes plans as plan files. Same plan in, same text out; a key is left out where leaving it out means the same.
/// Fails with [IllegalArgumentException] for what no plan file can say, such as a package of an unknown ecosystem.
public final class PlanWriter {
    private PlanWriter() {}

    /// The text of a plan file that [PlanReader] reads back as an equal plan.
    public static String write(Plan plan) {
        return Layout.print(PlanForm.PLAN.write(plan));
    }
}
