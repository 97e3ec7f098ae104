package muster.yaml;

import java.util.List;
import muster.plan.Probe;

/// Probes of this machine.
final class HostForms {
    static final List<ChoiceForm.Case<? extends Probe>> CASES = List.of();

    private HostForms() {}
}
