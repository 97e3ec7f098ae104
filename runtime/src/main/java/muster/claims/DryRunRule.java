package muster.claims;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import muster.audit.Evidence;
import muster.audit.Quantity;
import muster.audit.Sighting;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import org.jspecify.annotations.Nullable;

/// So many tables that a script is said to write, against the names that it prints when it runs dry.
record DryRunRule(List<Evidence> evidence) implements ClaimRule {
    private static final Set<String> UNITS = Set.of("table", "name", "view");

    @Override
    public @Nullable Sighting of(Claim claim) {
        if (!(claim.value() instanceof ClaimValue.Amount(BigDecimal number, String unit))
                || !UNITS.contains(Quantity.singular(unit))) {
            return null;
        }
        return evidence.stream()
                .filter(seen -> seen.attributes().containsKey("dry-run-tables") && isAbout(claim, seen))
                .findFirst()
                .map(seen -> compared(number, seen))
                .orElse(null);
    }

    /// The row or sentence names the script, and no other.
    private static boolean isAbout(Claim claim, Evidence seen) {
        var path = seen.subject().getFirst();
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.indexOf('.') > 0
                && (claim.subject().contains(name) || claim.text().contains(name));
    }

    private static Sighting compared(BigDecimal stated, Evidence seen) {
        var attributes = seen.attributes();
        var count = attributes.getOrDefault("dry-run-tables", "");
        var forbidden = attributes.getOrDefault("dry-run-tables-forbidden", "0");
        var because = "scripts: running dry, " + seen.subject().getFirst() + " prints " + count + " names of tables"
                + (forbidden.equals("0") ? "" : ", " + forbidden + " of which the naming rule forbids");
        return stated.compareTo(new BigDecimal(count)) == 0
                ? Sighting.right(count, because, List.of(seen.id()))
                : Sighting.wrong(count, because, List.of(seen.id()));
    }
}
