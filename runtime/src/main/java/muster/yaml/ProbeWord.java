package muster.yaml;

import java.util.Locale;
import muster.plan.Probe;

/// The word by which plan files name a kind of probe.
public final class ProbeWord {
    private ProbeWord() {}

    /// Such as `file`, `script`, `scratch-table`: the first key of the probe's form.
    public static String of(Probe probe) {
        return ProbeForms.word(probe)
                .orElseGet(() -> probe.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT));
    }
}
