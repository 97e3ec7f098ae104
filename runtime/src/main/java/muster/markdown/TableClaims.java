package muster.markdown;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.markdown.Passage.Sentence;
import muster.markdown.StatedClaims.Stated;
import muster.plan.ClaimValue;
import muster.plan.Origin;
import org.jspecify.annotations.Nullable;

/// The claims of a table: a number says how many of what its column is called there are of what its row is called.
final class TableClaims {
    private static final Pattern NUMBER = Pattern.compile(
            "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,12}(?:\\.\\d{1,6})?)(?:\\s*([\\p{L}%][\\p{L}]*))?");
    private static final Pattern UNIT = Pattern.compile(".*\\b([\\p{L}]{3,}s|[KMGT]i?B)\\b.*");
    private static final Pattern STATUS_HEAD =
            Pattern.compile("(?i).*\\b(?:status|state|ready|readiness|exists|tested|works|done|there|present)\\b.*");
    private static final Pattern NO_NAME =
            Pattern.compile("(?i)\\s*(?:total|sum|average|mean|median|all|-|—|\\d[\\d.,]*|)\\s*");
    private static final int LONGEST_REMARK = 10;

    private final Table table;
    private final StatedClaims claims;

    /// A table as the claims see it.
    private record Table(Block.Table block, String setting, List<String> head) {}

    TableClaims(Passages.Placed placed, StatedClaims claims) {
        this.table = new Table(
                placed.table(),
                placed.setting(),
                placed.table().head().stream().map(Text::plain).toList());
        this.claims = claims;
    }

    void read() {
        for (Row row : table.block().rows()) {
            IntStream.range(1, row.cells().size()).forEach(column -> cell(row, column));
        }
        new TableTotals(table.block(), table.setting(), claims).read();
    }

    private String head(int column) {
        return column < table.head().size() ? table.head().get(column) : "";
    }

    private void cell(Row row, int column) {
        Text cell = row.cells().get(column);
        String first = Passage.written(row.cells().getFirst());
        Passage passage = new Passage(List.of(cell), first, table.setting());
        Sentence whole = new Sentence(Passage.written(cell), row.line(), passage);
        Matcher number = NUMBER.matcher(cell.plain());
        if (number.matches()) {
            number(row, column, number);
            VersionWords.row(first, whole, claims);
        } else if (status(first, column, whole) == null) {
            VersionWords.row(first, whole, claims);
            PassageClaims.read(passage, claims);
        }
    }

    private @Nullable String status(String first, int column, Sentence cell) {
        String word = StatusWords.of(cell.text());
        String name = first.replace("`", "").strip();
        boolean isPath = Paths.isPath(name) && name.indexOf('.') > 0;
        if (word != null && isPath && STATUS_HEAD.matcher(head(column)).matches()) {
            StatusWords.add(name, word, cell, claims);
        }
        return word;
    }

    private void number(Row row, int column, Matcher number) {
        String head = head(column);
        String own = number.group(2);
        Matcher named = UNIT.matcher(head);
        String unit = own != null ? own : named.matches() ? named.group(1).toLowerCase(Locale.ROOT) : "";
        String first = Passage.written(row.cells().getFirst());
        if (unit.isEmpty() || NO_NAME.matcher(first).matches()) {
            return;
        }
        String subject = first + " " + (own == null ? "" : head) + " " + remark(row, column);
        Origin origin = Tense.of(first + " " + head, table.setting());
        Text cell = row.cells().get(column);
        Passage passage = new Passage(List.of(cell), first, table.setting());
        String text = "| " + row.cells().stream().map(Passage::written).collect(Collectors.joining(" | ")) + " |";
        claims.add(
                new Stated(ClaimValue.of(Numbers.decimal(number.group(1)), unit), subject, origin),
                new Sentence(text, row.line(), passage));
    }

    /// Short words in the other cells say which of them are counted.
    private static String remark(Row row, int column) {
        return IntStream.range(1, row.cells().size())
                .filter(other -> other != column)
                .mapToObj(other -> row.cells().get(other).plain())
                .filter(text -> text.chars().anyMatch(Character::isLetter))
                .filter(text -> Phrases.count(text) <= LONGEST_REMARK)
                .collect(Collectors.joining(" "));
    }
}
