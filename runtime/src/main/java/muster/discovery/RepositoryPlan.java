package muster.discovery;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.plan.AssuranceLevel;
import muster.plan.Coordination;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Header;
import muster.plan.ImportNotes;
import muster.plan.Mode;
import muster.plan.Need;
import muster.plan.Outcome;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.PlanId;
import muster.plan.Probe;
import muster.plan.Standing;
import muster.plan.Team;
import muster.plan.Watch;
import org.jspecify.annotations.Nullable;

/// The plan of a repository that has none: everything in it that is made to be run must work. Its one phase, `use`,
/// has no tasks, so that what does not work is a P1 and never stops anybody.
public final class RepositoryPlan {
    /// More than this many files of one kind are not expected one by one. Source: a report longer than this is not
    /// read.
    static final int MOST_EXPECTATIONS = 5_000;

    private static final PhaseId USE = new PhaseId("use");

    private RepositoryPlan() {}

    /// The plan, the same for the same files.
    ///
    /// @param start what the plan says of its start
    public static Plan of(Path root, Instant start) {
        var ground = new Ground(root);
        var ids = new ExpectationIds();
        var expectations = new ArrayList<Expectation>();
        var warnings = new ArrayList<String>();
        for (var path : ground.files(_ -> true)) {
            var found = found(ground, path);
            if (found != null && expectations.size() < MOST_EXPECTATIONS) {
                expectations.add(expectation(found, ids.of(found.kind().word(), found.path())));
            } else if (found != null && warnings.isEmpty()) {
                warnings.add("only the first " + MOST_EXPECTATIONS + " files are audited; " + path + " is not");
            }
        }
        return new Plan(
                header(start),
                Team.NOBODY,
                expectations,
                List.of(),
                List.of(),
                List.of(new Phase(
                        USE,
                        "Use of the repository",
                        Mode.PARALLEL,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null)),
                Coordination.NONE,
                List.of(),
                Watch.NONE,
                Outcome.NONE,
                new ImportNotes(List.of(), List.of(), warnings, List.of(), List.of()));
    }

    private static Header header(Instant start) {
        return new Header(
                new PlanId("repository"),
                "What the repository holds",
                start,
                USE,
                List.of(),
                List.of(),
                new Standing.Current());
    }

    static @Nullable Found found(Ground ground, String path) {
        return switch (Sorting.byName(path)) {
            case Sorting.Sorted.As(Found found) -> found;
            case Sorting.Sorted.Unsorted _ -> null;
            case Sorting.Sorted.ByContent _ ->
                ground.look(path) instanceof Looked.Found looked ? Sorting.byContent(path, looked.text()) : null;
        };
    }

    static Expectation expectation(Found found, ExpectationId id) {
        return new Expectation(
                id,
                found.path() + " works",
                found.kind().heading(),
                found.need(),
                found.need() == Need.REQUIRED ? AssuranceLevel.REFERENCES_RESOLVE : AssuranceLevel.PARSES,
                new Probe.Script(found.path(), found.language()),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }
}
