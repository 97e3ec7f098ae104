package muster.claims;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.audit.Quantity;
import muster.audit.Sighting;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import org.jspecify.annotations.Nullable;

/// Counts that probes took: the tables of a database, said of the database or of the whole; the rows and columns of a
/// table that the claim names.
record EvidenceRule(List<Evidence> evidence) implements ClaimRule {
    private static final Set<String> WHOLE = Set.of(
            "whole", "dataset", "database", "warehouse", "project", "repository", "catalog", "bigquery", "schema");

    @Override
    public @Nullable Sighting of(Claim claim) {
        if (!(claim.value() instanceof ClaimValue.Amount(BigDecimal number, String unit))) {
            return null;
        }
        var quantity = Quantity.of(claim.subject(), unit);
        return switch (quantity.unit()) {
            case "table" ->
                evidence.stream()
                        .filter(seen -> seen.kind().equals("listing") && isWhole(quantity, seen))
                        .map(seen -> counted(number, "tables", seen))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
            case "row", "column" ->
                evidence.stream()
                        .filter(seen -> seen.kind().equals("table") && names(quantity, seen))
                        .map(seen -> counted(number, quantity.unit() + "s", seen))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
            default -> null;
        };
    }

    private static boolean isWhole(Quantity quantity, Evidence seen) {
        return !quantity.words().isEmpty()
                && quantity.words().stream()
                        .allMatch(word -> WHOLE.contains(word)
                                || seen.subject().contains(word)
                                || (word.indexOf('_') > 0
                                        && quantity.words().stream().anyMatch(WHOLE::contains)));
    }

    private static boolean names(Quantity quantity, Evidence seen) {
        return quantity.words().size() == 1
                && seen.subject().stream()
                        .anyMatch(subject -> subject.contains(quantity.words().first()));
    }

    private static @Nullable Sighting counted(BigDecimal stated, String attribute, Evidence seen) {
        var text = seen.attributes().getOrDefault(attribute, "").replace(",", "");
        if (!text.matches("\\d{1,18}") || (seen.result() != ProbeResult.PASS && seen.result() != ProbeResult.FAIL)) {
            return null;
        }
        var because = seen.kind() + ": " + seen.summary();
        return stated.compareTo(new BigDecimal(text)) == 0
                ? Sighting.right(text, because, List.of(seen.id()))
                : Sighting.wrong(text, because, List.of(seen.id()));
    }
}
