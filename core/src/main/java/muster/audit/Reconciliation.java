package muster.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import muster.plan.Claim;
import muster.plan.CloudProbe;
import muster.plan.ContentProbe;
import muster.plan.DataProbe;
import muster.plan.Deadline;
import muster.plan.HostProbe;
import muster.plan.ItemId;
import muster.plan.Origin;
import muster.plan.Plan;
import muster.plan.Probe;

/// Sets every stated number against what was seen. A number that nobody measured is unverifiable, never right.
///
/// The rules, first that applies:
///  1. a value observed for this very claim;
///  2. lines: the `lines` that a probe counted in the file the claim names;
///  3. tables: the `tables` counted in the database the claim names;
///  4. hours on the line of a deadline: from the plan's start to the deadline;
///  5. a total that its parts do not add up to is wrong; one that they do add up to is still not counted.
record Reconciliation(Plan plan, List<Assessment> assessments, Map<ItemId, BigDecimal> observations) {

    private record Observed(BigDecimal value, String because, List<String> evidence) {
        Observed(BigDecimal value, String because) {
            this(value, because, List.of());
        }
    }

    List<ReconciledClaim> claims() {
        var sums = Totals.of(plan.claims()).sums();
        return plan.claims().stream()
                .filter(claim -> claim.origin() == Origin.STATED)
                .map(claim ->
                        observed(claim).map(seen -> compared(claim, seen)).orElseGet(() -> byArithmetic(claim, sums)))
                .toList();
    }

    private Optional<Observed> observed(Claim claim) {
        return Stream.<Function<Claim, Optional<Observed>>>of(
                        this::measured, this::lines, this::tables, this::hoursToDeadline)
                .flatMap(rule -> rule.apply(claim).stream())
                .findFirst();
    }

    private static ReconciledClaim compared(Claim claim, Observed seen) {
        var stated = claim.number();
        var verdict = stated != null && stated.compareTo(seen.value()) == 0 ? ClaimVerdict.RIGHT : ClaimVerdict.WRONG;
        return new ReconciledClaim(claim, verdict, Totals.plain(seen.value()), seen.because(), seen.evidence());
    }

    private static ReconciledClaim byArithmetic(Claim claim, List<Totals.Sum> sums) {
        return sums.stream()
                .filter(sum -> sum.total().equals(claim))
                .findFirst()
                .map(sum -> sum.fits()
                        ? unverifiable(claim, "the parts add up to it, but nobody counted: " + sum.arithmetic())
                        : new ReconciledClaim(
                                claim,
                                ClaimVerdict.WRONG,
                                Totals.plain(sum.added()),
                                "the parts give " + sum.arithmetic(),
                                List.of()))
                .orElseGet(() -> unverifiable(claim, "nothing measured it"));
    }

    private static ReconciledClaim unverifiable(Claim claim, String because) {
        return new ReconciledClaim(claim, ClaimVerdict.UNVERIFIABLE, null, because, List.of());
    }

    private Optional<Observed> measured(Claim claim) {
        return Optional.ofNullable(observations.get(claim.id())).map(value -> new Observed(value, "counted for it"));
    }

    private Optional<Observed> lines(Claim claim) {
        return claim.unit().startsWith("line") ? attribute("lines", path -> names(claim, path)) : Optional.empty();
    }

    private Optional<Observed> tables(Claim claim) {
        return claim.unit().startsWith("table") ? attribute("tables", name -> names(claim, name)) : Optional.empty();
    }

    private Optional<Observed> attribute(String name, Predicate<String> concerns) {
        return assessments.stream()
                .filter(assessment -> concerns.test(thing(assessment)))
                .flatMap(assessment -> assessment.evidence().stream())
                .filter(evidence -> evidence.result() == ProbeResult.PASS)
                .flatMap(evidence -> number(evidence, name).stream())
                .findFirst();
    }

    private static Optional<Observed> number(Evidence evidence, String name) {
        return Optional.ofNullable(evidence.attributes().get(name))
                .map(text -> text.replace(",", ""))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> new Observed(new BigDecimal(text), evidence.id(), List.of(evidence.id())));
    }

    /// The last part of the path or the database that an expectation is about; empty if it is about neither.
    private static String thing(Assessment assessment) {
        return switch (assessment.expectation().probe()) {
            case Probe.FileThere(var path) -> fileName(path);
            case Probe.Script script -> fileName(script.path());
            case Probe.Tracked(var path) -> fileName(path);
            case Probe.Written(var path) -> fileName(path);
            case Probe.Listing listing -> listing.database();
            case Probe.Capability _,
                    Probe.Command _,
                    Probe.Dependency _,
                    Probe.Tool _,
                    Probe.Table _,
                    Probe.ScratchTable _,
                    Probe.Remote _,
                    Probe.HandedOver _,
                    HostProbe _,
                    ContentProbe _,
                    DataProbe _,
                    CloudProbe _ -> "";
        };
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean names(Claim claim, String thing) {
        return !thing.isEmpty() && claim.subject().contains(thing);
    }

    private Optional<Observed> hoursToDeadline(Claim claim) {
        var source = claim.source();
        return claim.unit().startsWith("hour") && source != null
                ? plan.header().deadlines().stream()
                        .filter(deadline -> Objects.equals(deadline.source(), source))
                        .map(this::hours)
                        .findFirst()
                : Optional.empty();
    }

    private Observed hours(Deadline deadline) {
        var minutes = Duration.between(plan.header().start(), deadline.at()).toMinutes();
        return new Observed(
                BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP),
                "from " + plan.header().start() + " to " + deadline.at());
    }
}
