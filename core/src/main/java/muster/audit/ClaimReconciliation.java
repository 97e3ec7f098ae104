package muster.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import muster.plan.ItemId;
import muster.plan.Origin;
import muster.plan.Source;

/// Sets claims of documents against what was seen and against each other; examples, aims and statements about the past
/// are left out. The rules, first that applies:
///  1. what was seen of this very claim;
///  2. a calculation is right if its figures give what is stated, within the rounding of what is written;
///  3. the same quantity was seen for another claim: equal is right, different is wrong;
///  4. two places state different values of one quantity: contradictory, all of them;
///  5. else it is unverifiable.
public record ClaimReconciliation(List<Claim> claims, Map<ItemId, Sighting> seen) {
    public ClaimReconciliation {
        claims =
                claims.stream().filter(claim -> claim.origin() == Origin.STATED).toList();
        seen = Map.copyOf(seen);
    }

    /// Every stated claim with its verdict, in the order given.
    public List<ReconciledClaim> reconciled() {
        var judged = new LinkedHashMap<ItemId, ReconciledClaim>();
        claims.forEach(claim -> judged.put(claim.id(), alone(claim)));
        for (var group : SameQuantity.in(claims).groups()) {
            together(group.stream().map(claim -> found(judged, claim)).toList())
                    .forEach(each -> judged.put(each.claim().id(), each));
        }
        return List.copyOf(judged.values());
    }

    private static ReconciledClaim found(Map<ItemId, ReconciledClaim> judged, Claim claim) {
        return Optional.ofNullable(judged.get(claim.id())).orElseThrow();
    }

    private ReconciledClaim alone(Claim claim) {
        return Optional.ofNullable(seen.get(claim.id()))
                .or(() -> calculated(claim))
                .map(sighting -> new ReconciledClaim(
                        claim, sighting.verdict(), sighting.observed(), sighting.because(), sighting.evidence()))
                .orElseGet(() ->
                        new ReconciledClaim(claim, ClaimVerdict.UNVERIFIABLE, null, "nothing measured it", List.of()));
    }

    private static Optional<Sighting> calculated(Claim claim) {
        return claim.value() instanceof ClaimValue.Computed computed
                ? Optional.of(calculated(computed))
                : Optional.empty();
    }

    private static Sighting calculated(ClaimValue.Computed computed) {
        var result = Totals.plain(computed.result());
        var because = "arithmetic: " + computed.formula() + " = " + result;
        var off = computed.result().subtract(computed.stated()).abs();
        return off.compareTo(rounding(computed)) <= 0
                ? Sighting.right(result, because, List.of())
                : Sighting.wrong(result, because, List.of());
    }

    /// Each rounded figure of a sum may be half a last digit off; a quotient may have been cut instead of rounded.
    private static BigDecimal rounding(ClaimValue.Computed computed) {
        var digits = Math.max(0, computed.stated().scale());
        var figures = computed.formula().chars().filter(each -> each == ' ').count() / 2;
        var last = BigDecimal.ONE.movePointLeft(digits);
        return computed.formula().contains("/")
                ? last
                : digits == 0 ? BigDecimal.ZERO : last.multiply(BigDecimal.valueOf(figures));
    }

    private static List<ReconciledClaim> together(List<ReconciledClaim> group) {
        var measured = group.stream()
                .filter(each -> each.verdict() == ClaimVerdict.RIGHT)
                .findFirst();
        return measured.map(right ->
                        group.stream().map(each -> byOther(each, right)).toList())
                .orElseGet(() -> contradicting(group));
    }

    private static ReconciledClaim byOther(ReconciledClaim claim, ReconciledClaim right) {
        if (claim.verdict() != ClaimVerdict.UNVERIFIABLE) {
            return claim;
        }
        var same = SameQuantity.value(claim.claim()).equals(SameQuantity.value(right.claim()));
        return new ReconciledClaim(
                claim.claim(),
                same ? ClaimVerdict.RIGHT : ClaimVerdict.WRONG,
                right.observed(),
                "seen for " + place(right.claim()) + ": " + right.because(),
                right.evidence());
    }

    private static List<ReconciledClaim> contradicting(List<ReconciledClaim> group) {
        var open = group.stream()
                .filter(each -> each.verdict() == ClaimVerdict.UNVERIFIABLE)
                .toList();
        var values = open.stream().map(each -> SameQuantity.value(each.claim())).distinct();
        return values.count() < 2
                ? List.of()
                : open.stream().map(each -> contradictory(each.claim(), open)).toList();
    }

    private static ReconciledClaim contradictory(Claim claim, List<ReconciledClaim> group) {
        SortedSet<String> values = new TreeSet<>();
        var others = new ArrayList<String>();
        group.stream()
                .map(ReconciledClaim::claim)
                .filter(other -> !SameQuantity.value(other).equals(SameQuantity.value(claim)))
                .forEach(other -> {
                    values.add(other.value().toString());
                    others.add(place(other));
                });
        var told = group.stream()
                .map(ReconciledClaim::claim)
                .filter(other -> others.contains(place(other)))
                .map(other -> other.value() + " (" + place(other) + ")")
                .collect(Collectors.joining(", "));
        return new ReconciledClaim(
                claim, ClaimVerdict.CONTRADICTORY, String.join(", ", values), "stated elsewhere: " + told, others);
    }

    private static String place(Claim claim) {
        return Optional.ofNullable(claim.source())
                .map(Source::toString)
                .orElse(claim.id().value());
    }
}
