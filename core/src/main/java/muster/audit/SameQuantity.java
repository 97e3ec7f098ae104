package muster.audit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import muster.plan.Source;

/// Which claims are about one and the same quantity. Times, shares, money and speeds differ from run to run and are
/// never compared; nor are long subjects, which tell a story, nor two figures on one line, which tell a change.
record SameQuantity(Map<Claim, Quantity> quantities, Set<String> wholes) {
    private static final Set<String> MEASURED_ANEW =
            Set.of(("% ms s second sec minute min hour hr h day week month year usd eur us µs ns x b byte time core"
                            + " thread cpu vcpu step point percent item other thing way example")
                    .split(" ", -1));
    private static final Pattern ANY = Pattern.compile("(?i)^\\W*(?:an?|any|each|every|some|one)\\b");
    private static final int LONGEST = 7;

    /// Claims about one quantity, with what is to be compared.
    private record Key(String kind, Quantity quantity) {}

    static SameQuantity in(List<Claim> claims) {
        var quantities = new LinkedHashMap<Claim, Quantity>();
        var wholes = new TreeSet<String>();
        for (var claim : claims) {
            var quantity = Quantity.of(claim.subject(), claim.unit());
            quantities.put(claim, quantity);
            wholes.addAll(quantity.wholes());
        }
        return new SameQuantity(quantities, wholes);
    }

    /// Two claims or more each, on lines of their own.
    List<List<Claim>> groups() {
        var groups = quantities.keySet().stream()
                .filter(this::isComparable)
                .collect(Collectors.groupingBy(this::key, LinkedHashMap::new, Collectors.toList()));
        adoptBare(groups);
        return groups.values().stream()
                .map(SameQuantity::apart)
                .filter(group -> group.size() > 1)
                .toList();
    }

    private Key key(Claim claim) {
        var quantity = of(claim);
        var same = wholes.size() <= 1 ? quantity.ofTheWhole() : quantity;
        return new Key(kind(claim.value()), new Quantity(same.unit(), same.words(), Quantity.Named.NO));
    }

    private Quantity of(Claim claim) {
        return Objects.requireNonNull(quantities.get(claim));
    }

    private boolean isComparable(Claim claim) {
        var quantity = of(claim);
        return quantity.words().size() <= LONGEST
                && quantity.isParticular()
                && !isBare(quantity)
                && !isOfAny(claim, quantity)
                && switch (claim.value()) {
                    case ClaimValue.Amount amount -> isCount(amount.unit());
                    case ClaimValue.Size _ -> true;
                    case ClaimValue.Version _ -> !claim.subject().startsWith("language");
                    case ClaimValue.Status status -> !standing(status.word()).isEmpty();
                    case ClaimValue.Computed _,
                            ClaimValue.Dated _,
                            ClaimValue.Existence _,
                            ClaimValue.Columns _,
                            ClaimValue.Joined _,
                            ClaimValue.Limit _ -> false;
                };
    }

    /// `An address has 32 bits` speaks of any address, and the next page may speak of others.
    private static boolean isOfAny(Claim claim, Quantity quantity) {
        return quantity.named() == Quantity.Named.NO
                && ANY.matcher(claim.subject()).find();
    }

    private static boolean isCount(String unit) {
        return !unit.isEmpty() && !MEASURED_ANEW.contains(Quantity.singular(unit.toLowerCase(java.util.Locale.ROOT)));
    }

    private static boolean isBare(Quantity quantity) {
        return quantity.words().equals(Set.of(Quantity.WHOLE));
    }

    /// A bare `Tables: 52` counts the whole, if there is one whole that other places count in the same unit.
    private void adoptBare(Map<Key, List<Claim>> groups) {
        for (var claim : quantities.keySet()) {
            var quantity = of(claim);
            if (isBare(quantity) && claim.value() instanceof ClaimValue.Amount amount && isCount(amount.unit())) {
                var wide = groups.entrySet().stream()
                        .filter(group -> group.getKey().quantity().unit().equals(quantity.unit())
                                && group.getKey().quantity().words().size() == 1
                                && group.getKey().quantity().isParticular())
                        .map(Map.Entry::getValue)
                        .toList();
                Stream.of(wide)
                        .filter(found -> found.size() == 1)
                        .forEach(found -> found.getFirst().add(claim));
            }
        }
    }

    private static List<Claim> apart(List<Claim> group) {
        var perLine = group.stream()
                .collect(Collectors.groupingBy(SameQuantity::line, LinkedHashMap::new, Collectors.toList()));
        return perLine.values().stream()
                .filter(line ->
                        line.stream().map(SameQuantity::value).distinct().count() == 1)
                .flatMap(Collection::stream)
                .toList();
    }

    /// The sentence, which may go on on the next line.
    private static String line(Claim claim) {
        Source source = claim.source();
        var place = source == null ? claim.id().value() : source.toString();
        return source == null || claim.text().isEmpty() ? place : source.document() + claim.text();
    }

    private static String kind(ClaimValue value) {
        return value.getClass().getSimpleName();
    }

    /// What is compared: a number without needless digits, bytes, a version, whether a status is open, done or dropped.
    static String value(Claim claim) {
        return switch (claim.value()) {
            case ClaimValue.Size size -> Totals.plain(size.bytes());
            case ClaimValue.Status status -> standing(status.word());
            case ClaimValue.Amount _,
                    ClaimValue.Version _,
                    ClaimValue.Dated _,
                    ClaimValue.Existence _,
                    ClaimValue.Columns _,
                    ClaimValue.Joined _,
                    ClaimValue.Limit _,
                    ClaimValue.Computed _ -> Totals.plain(claim);
        };
    }

    /// What is done may well be dropped; only what is open contradicts both.
    private static String standing(String word) {
        return StatusMeaning.of(word)
                .map(meaning -> switch (meaning) {
                    case OPEN -> "open";
                    case DONE, DROPPED -> "closed";
                })
                .orElse("");
    }
}
