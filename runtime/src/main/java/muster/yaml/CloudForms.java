package muster.yaml;

import java.util.List;
import muster.plan.Probe;

/// Probes of connected services.
final class CloudForms {
    static final List<ChoiceForm.Case<? extends Probe>> CASES = List.of();

    private CloudForms() {}
}
