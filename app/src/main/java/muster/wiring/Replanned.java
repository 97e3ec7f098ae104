package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import muster.facts.WorldState;
import muster.json.Sha256;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Problem;
import muster.planning.CostRate;
import muster.planning.PlanMemory;
import muster.replanning.RestDates;
import muster.replanning.RestSchedule;
import muster.replanning.RunFacts;
import muster.replanning.RunReplan;
import muster.replanning.RunReplanning;
import muster.replanning.RunReplanning.Asked;
import muster.replanning.Words;
import org.jspecify.annotations.Nullable;

/// The rest of a run planned again, from its journal, its plan file and the newest audit of its workspace.
///
/// @param dates when the run ends if it goes on like this; null if there is no plan
/// @param audited by what the audit judged, in words; null if no audit of this plan is kept
/// @param currency of all costs
/// @param digest SHA-256 of the plan file, in hex
public record Replanned(
        RunReplan replan,
        @Nullable RestDates dates,
        @Nullable String audited,
        String currency,
        String digest) {

    /// What is looked at.
    ///
    /// @param file the plan file that the run goes by
    /// @param run what its journal tells
    public record Subject(Workspace workspace, Path file, RunFacts run, Words words) {}

    /// Plans; the problems if the plan, or the audit of it, cannot be read, or the run goes by another plan.
    public static Parsed<Replanned> of(Subject subject, Instant now) throws IOException {
        return switch (Documents.plan(subject.file())) {
            case Parsed.Failed<Plan>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<Plan>(var plan) -> of(subject, plan, now);
        };
    }

    private static Parsed<Replanned> of(Subject subject, Plan plan, Instant now) throws IOException {
        var digest = Sha256.of(Files.readAllBytes(subject.file()));
        var revisions = subject.run().state().course().revisions();
        if (revisions.isEmpty() || !revisions.getLast().digest().equals(digest)) {
            return problem(
                    subject.file(),
                    "this is not the plan that the run goes by",
                    "Maybe have the run go by it first: muster run --replan");
        }
        return switch (PlanRate.of(plan, subject.file())) {
            case Parsed.Failed<CostRate>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<CostRate>(var rate) ->
                switch (KeptAudit.newest(subject.workspace())) {
                    case null -> planned(subject, plan, rate, new Known(WorldState.EMPTY, null, now, digest));
                    case Parsed.Failed<KeptAudit>(var problems) -> new Parsed.Failed<>(problems);
                    case Parsed.Ok<KeptAudit>(var audit) ->
                        planned(subject, plan, rate, known(plan, audit, now, digest));
                };
        };
    }

    private record Known(WorldState world, @Nullable String audited, Instant now, String digest) {}

    private static Known known(Plan plan, KeptAudit audit, Instant now, String digest) {
        var same = audit.pipeline().plan().header().id().equals(plan.header().id());
        return same
                ? new Known(audit.report().facts(), audit.basis(), now, digest)
                : new Known(WorldState.EMPTY, null, now, digest);
    }

    private static Parsed<Replanned> planned(Subject subject, Plan plan, CostRate rate, Known known) {
        var asked = new Asked(plan, subject.run(), known.world(), subject.words(), known.now(), rate);
        var replan = RunReplanning.of(asked, new PlanMemory());
        var dates = replan.isPlan() ? RestSchedule.of(asked, replan) : null;
        return new Parsed.Ok<>(
                new Replanned(replan, dates, known.audited(), rate.perHour().currency(), known.digest()));
    }

    private static Parsed<Replanned> problem(Path file, String what, String maybe) {
        return new Parsed.Failed<>(List.of(new Problem(new Location(file.toString(), 1, 1), what, maybe)));
    }
}
