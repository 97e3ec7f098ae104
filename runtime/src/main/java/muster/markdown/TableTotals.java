package muster.markdown;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.markdown.Passage.Sentence;
import muster.markdown.StatedClaims.Stated;
import muster.plan.ClaimValue.Computed;
import org.jspecify.annotations.Nullable;

/// Totals of columns: a row that begins with `total` must be the sum of the rows over it. A column with anything but
/// numbers, and a table whose rows overlap, has no total that could be checked.
record TableTotals(Block.Table table, String setting, StatedClaims claims) {
    private static final Pattern TOTAL =
            Pattern.compile("(?i)(?:grand |overall )?(?:total|sum|totals|in all|altogether)(?:\\s.{0,40}|\\s*[:(].*)?");
    private static final Pattern NUMBER = Pattern.compile(
            "[$€]?(-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d{1,12}(?:\\.\\d{1,6})?)\\s*([\\p{L}]{0,12})");
    private static final Pattern OVERLAP = Pattern.compile(
            "(?i).*\\b(?:of which|of these|thereof|including|incl\\.|unique|distinct|subtotal|average|mean|median|max|min|both|combined|percent|share)\\b.*|.*%.*");

    void read() {
        List<Row> above = new ArrayList<>();
        for (Row row : table.rows()) {
            String first = row.cells().isEmpty() ? "" : row.cells().getFirst().plain();
            if (TOTAL.matcher(first).matches()) {
                total(row, above);
                return;
            }
            above.add(row);
        }
    }

    private void total(Row total, List<Row> above) {
        boolean overlap = above.stream()
                .anyMatch(row -> row.cells().isEmpty()
                        || OVERLAP.matcher(row.cells().getFirst().plain()).matches());
        if (overlap
                || above.size() < 2
                || OVERLAP.matcher(total.cells().getFirst().plain()).matches()) {
            return;
        }
        for (int column = 1; column < total.cells().size(); column++) {
            Computed sum = sum(total, above, column);
            if (sum != null) {
                String text =
                        total.cells().stream().map(Passage::written).collect(Collectors.joining(" | ", "| ", " |"));
                Passage passage = new Passage(List.of(total.cells().get(column)), "", setting);
                claims.add(
                        new Stated(sum, total.cells().getFirst().plain() + " " + sum.unit(), Tense.ofSetting(setting)),
                        new Sentence(text, total.line(), passage));
            }
        }
    }

    private @Nullable Computed sum(Row total, List<Row> above, int column) {
        String head = column < table.head().size() ? table.head().get(column).plain() : "";
        Matcher stated = number(total, column);
        if (stated == null || OVERLAP.matcher(head).matches()) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        for (Row row : above) {
            Matcher part = number(row, column);
            boolean blank = column >= row.cells().size()
                    || row.cells().get(column).plain().matches("[-–—\\s]*");
            if (part == null ? !blank : !part.group(2).equals(stated.group(2))) {
                return null;
            }
            parts.add(part == null ? "0" : plain(part));
        }
        return parts.stream().filter(part -> !part.equals("0")).count() < 2 || parts.contains("-")
                ? null
                : new Computed(new BigDecimal(plain(stated)), unit(head, stated), formula(parts));
    }

    private static String unit(String head, Matcher stated) {
        return stated.group(2).isEmpty() ? head : stated.group(2);
    }

    private static String formula(List<String> parts) {
        return parts.stream().filter(part -> !part.equals("0")).collect(Collectors.joining(" + "));
    }

    private static String plain(Matcher number) {
        return number.group(1).replace(",", "");
    }

    private static @Nullable Matcher number(Row row, int column) {
        Matcher number = column < row.cells().size()
                ? NUMBER.matcher(row.cells().get(column).plain().strip())
                : null;
        return number != null && number.matches() ? number : null;
    }
}
