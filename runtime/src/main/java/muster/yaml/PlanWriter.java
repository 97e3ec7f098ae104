package muster.yaml;

import muster.plan.Plan;

/// Writes plans as plan files. Same plan in, same text out; what is left out when reading means the same is left out.
public final class PlanWriter {
    private PlanWriter() {}

    /// The text of a plan file that [PlanReader] reads back as an equal plan.
    ///
    /// @throws IllegalArgumentException if the plan holds a value that no plan file can say, such as a negative cost
    public static String write(Plan plan) {
        return Layout.print(PlanForm.PLAN.write(plan));
    }
}
