package muster.discovery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.audit.Beside;
import muster.observation.Ground;
import muster.plan.Expectation;
import muster.plan.Need;
import muster.plan.Plan;
import muster.plan.Probe;

/// The scripts of a folder that a plan does not speak of. They are looked at all the same: one of them may be what the
/// plan's people will run next. Only what is made to be run and is the folder's own counts.
public final class Survey {
    /// Reading more takes longer than the rest of the audit. Source: shellcheck takes a fifth of a second a script.
    static final int MOST = 500;

    private Survey() {}

    /// One optional expectation for each, at most [#MOST], sorted by path.
    public static List<Expectation> beside(Path root, Plan plan) {
        var ground = new Ground(root);
        var spoken = plan.expectations().stream()
                .map(Expectation::probe)
                .flatMap(Survey::paths)
                .collect(Collectors.toSet());
        var ids = new ExpectationIds();
        var found = new ArrayList<Expectation>();
        for (var path : ground.files(file -> !spoken.contains(file))) {
            var script = found.size() < MOST ? RepositoryPlan.found(ground, path) : null;
            if (script != null && isOwn(script)) {
                found.add(RepositoryPlan.expectation(script, ids.of(Beside.KIND, path)));
            }
        }
        return List.copyOf(found);
    }

    private static Stream<String> paths(Probe probe) {
        return probe instanceof Probe.Capability capability
                ? Stream.of(capability.bound()).filter(Objects::nonNull)
                : Stream.of(probe.target());
    }

    private static boolean isOwn(Found found) {
        return switch (found.kind()) {
            case SCRIPT, WORKFLOW, BUILD, IMAGE, QUERY -> found.need() == Need.REQUIRED;
            case MODULE, CONFIGURATION -> false;
        };
    }
}
