package muster.probes.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import muster.observation.Observation;
import muster.plan.HostProbe;
import muster.plan.Matcher;
import muster.plan.Probing;
import muster.sandbox.Launcher;

/// This machine, probed from a folder.
record Machine(Path root, Map<String, String> environment) {

    static Machine from(Path root) {
        return new Machine(root, Map.of());
    }

    Observation seen(HostProbe probe) throws InterruptedException {
        var probes = new HostProbes(root, new Launcher(2), environment);
        return probes.of(probe, Probing.ONCE).getFirst();
    }

    static Matcher is(String value) {
        return new Matcher.Equal(value);
    }

    static Matcher atLeast(long number) {
        return new Matcher.AtLeast(java.math.BigDecimal.valueOf(number));
    }

    static HostProbe.FileState exists(String path) {
        return new HostProbe.FileState(path, null, null, null, null, null, null, List.of(), null);
    }

    static List<String> codes(Observation seen) {
        return seen.findings().stream().map(one -> one.code()).toList();
    }
}
