package muster.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import muster.audit.ClaimVerdict;
import muster.audit.Quantity;
import muster.audit.ReconciledClaim;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import muster.plan.ItemId;
import muster.plan.Origin;
import muster.plan.Source;

/// Limits that two sources set for one thing and that no value meets: `EXPECTED_COLUMNS = 458` in one file,
/// `MIN_COLUMNS = 10_000` in another. The files must be about one thing by their names, one name holding all words of
/// the other.
record Constants(List<Limit> limits) {
    private static final Pattern SOURCE = Pattern.compile(".*\\.(?:py|java|js|ts|sh|rb|go)");
    private static final Pattern LIMIT = Pattern.compile(
            "(?m)^[ \\t]*(?:(?:public|private|static|final|const|let|int|long|export|readonly)[ \\t]+){0,6}(MIN|MAX|EXPECTED)_([A-Z_]{3,40})[ \\t]*=[ \\t]*(\\d[\\d_]{0,14})[ \\t]*;?[ \\t]*(?:#.*|//.*)?$");
    private static final int LARGEST = 1 << 20;
    private static final int MOST = 5_000;

    /// A limit and where it is set.
    record Limit(String bound, String of, BigDecimal value, Source source, String text) {
        boolean excludes(Limit other) {
            return switch (bound + "/" + other.bound()) {
                case "MIN/EXPECTED", "MIN/MAX" -> value.compareTo(other.value()) > 0;
                case "EXPECTED/EXPECTED" -> value.compareTo(other.value()) != 0;
                case "EXPECTED/MIN", "MAX/MIN" -> value.compareTo(other.value()) < 0;
                case "EXPECTED/MAX" -> value.compareTo(other.value()) > 0;
                case "MAX/EXPECTED" -> value.compareTo(other.value()) < 0;
                default -> false;
            };
        }

        Set<String> about() {
            return new HashSet<>(Quantity.words(
                    Tree.name(source.document()).replaceFirst("\\.\\w+$", "").replaceAll("[_-]", " ")));
        }
    }

    static Constants in(Tree tree) {
        var limits = new ArrayList<Limit>();
        tree.files().stream()
                .filter(file -> SOURCE.matcher(file).matches())
                .limit(MOST)
                .forEach(file -> tree.read(file)
                        .filter(found -> found.content().remaining() < LARGEST)
                        .ifPresent(found -> limits(file, found.text(), limits)));
        return new Constants(limits);
    }

    private static void limits(String file, String text, List<Limit> limits) {
        if (!text.contains("MIN_") && !text.contains("MAX_") && !text.contains("EXPECTED_")) {
            return;
        }
        LIMIT.matcher(text).results().forEach(match -> {
            var line = 1
                    + (int) text.substring(0, match.start(1))
                            .chars()
                            .filter(each -> each == '\n')
                            .count();
            limits.add(new Limit(
                    match.group(1),
                    match.group(2),
                    new BigDecimal(match.group(3).replace("_", "")),
                    new Source(file, line),
                    match.group().strip()));
        });
    }

    List<ReconciledClaim> contradictory() {
        var found = new ArrayList<ReconciledClaim>();
        for (var limit : limits) {
            limits.stream()
                    .filter(other -> isSame(limit, other) && limit.excludes(other))
                    .findFirst()
                    .ifPresent(other -> found.add(judged(limit, other)));
        }
        return found;
    }

    private static boolean isSame(Limit one, Limit other) {
        var words = one.about();
        var others = other.about();
        return one.of().equals(other.of())
                && !one.source().document().equals(other.source().document())
                && Math.min(words.size(), others.size()) >= 2
                && (words.containsAll(others) || others.containsAll(words));
    }

    private static ReconciledClaim judged(Limit limit, Limit other) {
        var source = limit.source();
        var id = new ItemId("k" + Integer.toHexString(source.document().hashCode()) + "-" + source.line());
        var value = ClaimValue.of(limit.value(), limit.of().toLowerCase(java.util.Locale.ROOT));
        return new ReconciledClaim(
                new Claim(id, Tree.name(source.document()), value, Origin.STATED, limit.text(), source),
                ClaimVerdict.CONTRADICTORY,
                other.value().toPlainString(),
                "no value meets both: " + other.text() + " (" + other.source() + ")",
                List.of(other.source().toString()));
    }
}
