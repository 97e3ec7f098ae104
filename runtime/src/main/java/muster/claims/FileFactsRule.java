package muster.claims;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.audit.Quantity;
import muster.audit.Sighting;
import muster.observation.Looked;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import org.jspecify.annotations.Nullable;

/// Lines, size, rows, columns, tests or functions of the one file that a claim names.
record FileFactsRule(Tree tree) implements ClaimRule {
    private static final Pattern FILE =
            Pattern.compile("`?((?:[\\w.@-]+/)*[\\w@-][\\w.@-]*\\.[A-Za-z][A-Za-z0-9]{0,6})`?");
    private static final Pattern FUNCTION =
            Pattern.compile("(?m)^\\s*(?:async\\s+)?def \\w+|^\\s*function \\w+|^\\w+\\s*\\(\\)\\s*\\{");
    private static final Pattern TEST =
            Pattern.compile("(?m)^\\s*(?:async\\s+)?def test_|^\\s*@(?:Test|ParameterizedTest)\\b|^\\s*(?:it|test)\\(");
    private static final java.util.Set<String> OWN_WORDS = java.util.Set.of(
            "file", "script", "long", "code", "python", "shell", "size", "big", "line", "csv", "json", "data", "hold");

    @Override
    public @Nullable Sighting of(Claim claim) {
        var source = claim.source();
        var file = source == null ? null : file(claim.subject(), source.document());
        return file == null
                ? null
                : switch (claim.value()) {
                    case ClaimValue.Size size -> size(size, file);
                    case ClaimValue.Amount(BigDecimal number, String unit) ->
                        amount(number, Quantity.of(claim.subject(), unit), file);
                    case ClaimValue.Version _,
                            ClaimValue.Status _,
                            ClaimValue.Dated _,
                            ClaimValue.Existence _,
                            ClaimValue.Columns _,
                            ClaimValue.Joined _,
                            ClaimValue.Limit _,
                            ClaimValue.Computed _ -> null;
                };
    }

    private Looked.@Nullable Found file(String subject, String document) {
        var named = FILE.matcher(subject)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        if (named.size() != 1) {
            return null;
        }
        var path = tree.resolve(document, named.first());
        var same = tree.named(named.first());
        var found = path == null && same.size() == 1 ? same.iterator().next() : path;
        return found == null ? null : tree.read(found).orElse(null);
    }

    private static @Nullable Sighting size(ClaimValue.Size size, Looked.Found file) {
        var bytes = file.bytes().length;
        var decimal = new BigDecimal(bytes)
                .divide(
                        size.bytes().divide(size.number().max(new BigDecimal("0.001")), 6, RoundingMode.HALF_UP),
                        6,
                        RoundingMode.HALF_UP);
        var off = decimal.subtract(size.number()).abs();
        var allowed = BigDecimal.ONE
                .movePointLeft(Math.max(0, size.number().scale()))
                .max(size.number().multiply(new BigDecimal("0.05")));
        var because = "files: " + file.path() + " has " + bytes + " bytes";
        return off.compareTo(allowed) <= 0
                ? Sighting.right(bytes + " bytes", because, List.of(file.path()))
                : Sighting.wrong(bytes + " bytes", because, List.of(file.path()));
    }

    private @Nullable Sighting amount(BigDecimal stated, Quantity quantity, Looked.Found file) {
        if (!onlyAbout(quantity, file.path())) {
            return null;
        }
        return switch (quantity.unit()) {
            case "line", "line of code" -> compared(stated, List.of(file.lines(), code(file)), "lines", file);
            case "test" ->
                compared(stated, List.of(TEST.matcher(file.text()).results().count()), "tests", file);
            case "function" ->
                compared(stated, List.of(FUNCTION.matcher(file.text()).results().count()), "functions", file);
            case "row", "record", "entry", "table", "name", "item", "column" -> rows(stated, quantity.unit(), file);
            default -> null;
        };
    }

    private static long code(Looked.Found file) {
        return file.text().lines().filter(line -> !line.isBlank()).count();
    }

    private static @Nullable Sighting rows(BigDecimal stated, String unit, Looked.Found file) {
        var sheet = Sheet.of(file).orElse(null);
        if (sheet == null) {
            return null;
        }
        return unit.equals("column")
                ? compared(stated, List.of((long) sheet.columns()), "columns", file)
                : compared(
                        stated, List.of((long) sheet.rows().size(), sheet.rows().size() + 1L), "rows", file);
    }

    private static @Nullable Sighting compared(BigDecimal stated, List<Long> counts, String what, Looked.Found file) {
        var first = counts.getFirst();
        if (first == 0) {
            return null;
        }
        var because = "files: " + file.path() + " has " + first + " " + what;
        var same = counts.stream().anyMatch(count -> stated.compareTo(BigDecimal.valueOf(count)) == 0);
        return same
                ? Sighting.right(String.valueOf(stated), because, List.of(file.path()))
                : Sighting.wrong(String.valueOf(first), because, List.of(file.path()));
    }

    private static boolean onlyAbout(Quantity quantity, String path) {
        var own = Quantity.words(Tree.name(path) + " " + path);
        return quantity.words().stream()
                .allMatch(word -> own.contains(word)
                        || path.toLowerCase(java.util.Locale.ROOT).contains(word)
                        || OWN_WORDS.contains(word));
    }
}
