package muster.yaml;

import java.util.List;
import muster.plan.Probe;

/// Probes of databases.
final class DataForms {
    static final List<ChoiceForm.Case<? extends Probe>> CASES = List.of();

    private DataForms() {}
}
