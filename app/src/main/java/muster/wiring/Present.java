package muster.wiring;

import java.util.List;
import java.util.Optional;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.Need;
import muster.plan.Probe;
import muster.plan.Probing;
import org.jspecify.annotations.Nullable;

/// Finds out how far a candidate gets today and expects that of it.
final class Present {
    private Present() {}

    /// Empty if it is not there at all.
    ///
    /// @param all what its probe yielded, its own evidence first
    static Optional<Expectation> of(Expectation candidate, List<Evidence> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var seen = all.getFirst();
        return seen.result() == ProbeResult.NOT_RUN || seen.result() == ProbeResult.ERROR || isNotThere(seen)
                ? Optional.empty()
                : Optional.of(expected(candidate, seen));
    }

    private static boolean isNotThere(Evidence seen) {
        return seen.reached() == AssuranceLevel.CLAIMED;
    }

    private static Expectation expected(Expectation candidate, Evidence seen) {
        var level = seen.reached().compareTo(candidate.level()) < 0 ? seen.reached() : candidate.level();
        return new Expectation(
                candidate.id(),
                candidate.title(),
                candidate.group(),
                Need.REQUIRED,
                level,
                versioned(candidate.probe(), seen.attributes().get("version-installed")),
                null,
                candidate.phases(),
                candidate.remedies(),
                null,
                null,
                null,
                Probing.ONCE,
                null);
    }

    private static Probe versioned(Probe probe, @Nullable String version) {
        if (version == null) {
            return probe;
        }
        return switch (probe) {
            case Probe.Tool(String name, String _) -> new Probe.Tool(name, ">=" + version);
            case Probe.Dependency(String ecosystem, String name, String _) ->
                new Probe.Dependency(ecosystem, name, "==" + version);
            case Probe other -> other;
        };
    }
}
