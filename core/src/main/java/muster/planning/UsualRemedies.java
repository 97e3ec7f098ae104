package muster.planning;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.Estimate;
import muster.plan.Expectation;
import muster.plan.Ids;
import muster.plan.Money;
import muster.plan.Plan;
import muster.plan.Probe;
import muster.plan.Remedy;
import muster.plan.Task;
import muster.plan.TaskId;

/// Remedies for the expectations of a plan that states none, so that what is missing has a time of its own. They are
/// rules of thumb, and say so. What another party has to do has no usual time and gets none.
public final class UsualRemedies {
    /// Source: the audit of the project behind seed 003, where the missing scripts were estimated at 1, 4 to 6 and 6 to
    /// 8 hours, with up to 2 hours of tests.
    private static final Estimate SCRIPT = hours(1, 5, 10);

    /// Source: seed 003, whose phases of writing take 1 to 2 hours.
    private static final Estimate DOCUMENT = hours(1, 1, 2);

    /// An assumption of ours: an installation from a registry, at most with a request for access.
    private static final Estimate INSTALLATION =
            new Estimate(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    private static final String PREFIX = "usual:";

    private UsualRemedies() {}

    /// The plan with a usual remedy wherever it states none and somebody is there to do it.
    public static Plan added(Plan plan) {
        return worker(plan)
                .map(owner -> plan.expecting(plan.expectations().stream()
                        .map(expectation -> remedied(expectation, owner))
                        .toList()))
                .orElse(plan);
    }

    /// Whoever owns most tasks; the first agent if nobody owns any.
    private static Optional<AgentId> worker(Plan plan) {
        Map<AgentId, Long> owned = plan.tasks().stream()
                .map(Task::owners)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return owned.entrySet().stream()
                .max(Map.Entry.<AgentId, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .or(() -> plan.team().agentIds().stream().findFirst());
    }

    private static Expectation remedied(Expectation expectation, AgentId owner) {
        var id = PREFIX + expectation.id();
        if (!expectation.remedies().isEmpty() || !Ids.isId(id)) {
            return expectation;
        }
        return switch (expectation.probe()) {
            case Probe.FileThere _, Probe.Script _, Probe.Capability _, Probe.Tracked _ ->
                with(expectation, owner, SCRIPT, "Write or mend ");
            case Probe.Written _ -> with(expectation, owner, DOCUMENT, "Write ");
            case Probe.Dependency _, Probe.Tool _ -> with(expectation, owner, INSTALLATION, "Install ");
            case Probe _ -> expectation;
        };
    }

    private static Expectation with(Expectation expectation, AgentId owner, Estimate estimate, String verb) {
        var title = verb + expectation.title() + " (rule of thumb)";
        return expectation.remediedBy(List.of(new Remedy(
                new TaskId(PREFIX + expectation.id()),
                title,
                owner,
                estimate,
                Money.ZERO,
                new Action.Manual(title),
                List.of())));
    }

    private static Estimate hours(int min, int likely, int max) {
        return new Estimate(Duration.ofHours(min), Duration.ofHours(likely), Duration.ofHours(max));
    }
}
