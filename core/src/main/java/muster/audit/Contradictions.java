package muster.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import muster.plan.Claim;
import muster.plan.ItemId;
import muster.plan.Origin;
import muster.plan.Source;

/// Finds stated claims that cannot all be right: the same thing counted differently in two places, and totals that
/// their parts do not add up to.
record Contradictions(List<Claim> claims) {

    List<Contradiction> all() {
        var all = new ArrayList<Contradiction>();
        sameThing().stream()
                .filter(group -> group.stream().map(Totals::plain).distinct().count() > 1)
                .filter(Contradictions::standApart)
                .map(Contradictions::differing)
                .forEach(all::add);
        Totals.of(claims).sums().stream()
                .filter(sum -> !sum.fits())
                .map(Contradictions::doesNotAddUp)
                .forEach(all::add);
        return List.copyOf(all);
    }

    private List<List<Claim>> sameThing() {
        return List.copyOf(claims.stream()
                .filter(claim -> claim.origin() == Origin.STATED)
                .collect(Collectors.groupingBy(Contradictions::thing, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private static String thing(Claim claim) {
        return (claim.subject() + " / " + claim.unit())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}/]+", " ")
                .strip();
    }

    /// Two figures on one line, such as 224 -> 56, are a change and no contradiction.
    private static boolean standApart(List<Claim> group) {
        return group.stream().map(Contradictions::place).distinct().count() == group.size();
    }

    private static String place(Claim claim) {
        return Optional.ofNullable(claim.source())
                .map(Source::toString)
                .orElse(claim.id().value());
    }

    private static Contradiction differing(List<Claim> group) {
        var values = group.stream()
                .map(claim -> Totals.plain(claim) + " (" + place(claim) + ")")
                .collect(Collectors.joining(", "));
        var first = group.getFirst();
        return new Contradiction(ids(group), first.subject() + ", in " + first.unit() + ": " + values);
    }

    private static Contradiction doesNotAddUp(Totals.Sum sum) {
        var ids = new ArrayList<>(ids(List.of(sum.total())));
        ids.addAll(ids(sum.parts()));
        return new Contradiction(
                ids,
                sum.total().subject() + ": stated " + Totals.plain(sum.total()) + " "
                        + sum.total().unit() + ", but the parts give " + sum.arithmetic());
    }

    private static List<ItemId> ids(List<Claim> claims) {
        return claims.stream().map(Claim::id).toList();
    }
}
