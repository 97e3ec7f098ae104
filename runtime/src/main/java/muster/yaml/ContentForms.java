package muster.yaml;

import java.util.List;
import muster.plan.Probe;

/// Probes of what files say.
final class ContentForms {
    static final List<ChoiceForm.Case<? extends Probe>> CASES = List.of();

    private ContentForms() {}
}
