package muster.claims;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import muster.audit.Quantity;
import muster.audit.Sighting;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import org.jspecify.annotations.Nullable;

/// So many of what one file of rows is called after: `tables.csv` lists the tables, so `5,817 tables` said of the whole
/// is its number of rows, and `COV has 3,528 tables` the number of its rows that begin with `cov_`.
record SheetsRule(Tree tree) implements ClaimRule {
    private static final Set<String> WHOLE = Set.of(
            "whole", "dataset", "database", "warehouse", "project", "repository", "catalog", "schema", "cluster");
    private static final Pattern SHEET = Pattern.compile(".*\\.(?:csv|tsv|jsonl|ndjson)");

    @Override
    public @Nullable Sighting of(Claim claim) {
        if (!(claim.value() instanceof ClaimValue.Amount(BigDecimal number, String unit)) || unit.length() < 4) {
            return null;
        }
        var quantity = Quantity.of(claim.subject(), unit);
        var sheets = tree.files().stream()
                .filter(file -> SHEET.matcher(file).matches()
                        && Quantity.singular(stem(file)).equals(quantity.unit()))
                .toList();
        return sheets.size() == 1 ? counted(number, quantity, sheets.getFirst()) : null;
    }

    private static String stem(String file) {
        return Tree.name(file).replaceFirst("\\.\\w+$", "");
    }

    private @Nullable Sighting counted(BigDecimal stated, Quantity quantity, String file) {
        var sheet = tree.read(file).flatMap(Sheet::of).orElse(null);
        var part = quantity.words().size() == 1 ? quantity.words().first() : "";
        if (sheet == null) {
            return null;
        }
        if (isWhole(quantity)) {
            return compared(stated, sheet.rows().size(), file);
        }
        var count = part.isEmpty() ? 0 : sheet.about(part);
        return count == 0 ? null : compared(stated, count, file);
    }

    private static boolean isWhole(Quantity quantity) {
        var names =
                quantity.words().stream().filter(word -> word.indexOf('_') > 0).count();
        var wholes = quantity.words().stream().filter(WHOLE::contains).count();
        return !quantity.words().isEmpty() && wholes + names == quantity.words().size() && (names == 0 || wholes > 0);
    }

    private static Sighting compared(BigDecimal stated, long count, String file) {
        var because = "rows: " + file + " has " + count + " of them";
        return stated.compareTo(BigDecimal.valueOf(count)) == 0
                ? Sighting.right(String.valueOf(count), because, List.of(file))
                : Sighting.wrong(String.valueOf(count), because, List.of(file));
    }
}
