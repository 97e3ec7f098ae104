package muster.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.plan.Claim;
import muster.plan.Origin;
import muster.plan.Source;

/// Checks the totals that documents state by adding up their parts: the claims of the same unit and document that stand
/// directly before the total, or else directly after it; at least two.
record Totals(List<Claim> claims) {
    private static final Pattern TOTAL =
            Pattern.compile("\\b(total|sum|altogether|overall|in all)\\b", Pattern.CASE_INSENSITIVE);

    /// A total and the parts it is made of.
    record Sum(Claim total, List<Claim> parts, BigDecimal added) {
        boolean fits() {
            return number(total).compareTo(added) == 0;
        }

        String arithmetic() {
            return parts.stream().map(part -> plain(part)).collect(Collectors.joining(" + ")) + " = " + plain(added);
        }
    }

    static Totals of(List<Claim> claims) {
        return new Totals(claims.stream()
                .filter(claim -> claim.origin() == Origin.STATED && claim.number() != null)
                .toList());
    }

    List<Sum> sums() {
        var sums = new ArrayList<Sum>();
        for (var at = 0; at < claims.size(); at++) {
            sum(at).ifPresent(sums::add);
        }
        return sums;
    }

    private Optional<Sum> sum(int at) {
        if (!isTotal(claims.get(at))) {
            return Optional.empty();
        }
        var before = parts(claims.get(at), claims.subList(0, at).reversed()).reversed();
        var after = parts(claims.get(at), claims.subList(at + 1, claims.size()));
        var parts = before.size() >= 2 ? before : after;
        return parts.size() < 2
                ? Optional.empty()
                : Optional.of(new Sum(
                        claims.get(at),
                        parts,
                        parts.stream().map(Totals::number).reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    private static List<Claim> parts(Claim total, List<Claim> beside) {
        return beside.stream()
                .takeWhile(claim -> !isTotal(claim)
                        && claim.unit().equals(total.unit())
                        && Objects.equals(document(claim), document(total)))
                .toList();
    }

    private static boolean isTotal(Claim claim) {
        return TOTAL.matcher(claim.subject()).find();
    }

    private static String document(Claim claim) {
        return Optional.ofNullable(claim.source()).map(Source::document).orElse("");
    }

    private static BigDecimal number(Claim claim) {
        return Optional.ofNullable(claim.number()).orElse(BigDecimal.ZERO);
    }

    /// What a claim states: a number without needless digits, or its text.
    static String plain(Claim claim) {
        return Optional.ofNullable(claim.number())
                .map(Totals::plain)
                .orElse(claim.value().toString());
    }

    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
