package muster.markdown;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.markdown.Passage.Sentence;
import muster.markdown.StatedClaims.Stated;
import muster.plan.ClaimValue.Joined;
import muster.plan.Origin;
import org.jspecify.annotations.Nullable;

/// How many rows a document says a join of sources gives, where it says how many rows they have. Nothing is read where
/// it speaks of appending, or of joins that drop rows.
///
/// @param key the column that the document joins on; empty if it does not say
record JoinWords(String key) {
    private static final String N = "(\\d{1,3}(?:,\\d{3})+|\\d{1,12})";
    private static final String NAME = "`?([A-Za-z_][\\w$-]*(?:[./][\\w$-]+)*)`?";
    private static final Pattern KEY = Pattern.compile("(?i)\\b(?:join|merg|consolidat)\\w*\\b(?:(?!\\.\\s)[^;\\n"
            + "]){0,160}?\\b(?:on|by|using|key)\\b[^.`]{0,20}`([A-Za-z_][\\w$]{0,62})`");
    private static final Pattern OTHERWISE = Pattern.compile(
            "(?i)\\b(?:inner join|left (?:outer )?join|right (?:outer )?join|anti.?join|cross join|union"
                    + " all|append\\w*|concatenat\\w*|stack(?:ed|ing)?)\\b");
    private static final Pattern JOINED = Pattern.compile(
            "(?i)\\b(?:after|following)\\s+(?:the\\s+|a\\s+)?(?:full\\s+)?(?:outer\\s+)?(?:merg|join|consolidat)\\w*|\\b(?:merged|joined|consolidated)\\b|\\bresult"
                    + " of the (?:merge|join|consolidation)\\b|\\b(?:merge|join) result\\b");
    private static final Pattern JOINING = Pattern.compile("(?i)\\b(?:merg|join|consolidat)\\w*\\b");
    private static final Pattern ROWS = Pattern.compile(N + "\\s+(?:rows|records)\\b");
    private static final Pattern ROWS_HEAD = Pattern.compile("(?i).*\\b(?:rows|records)\\b.*");
    private static final Pattern SOURCE = Pattern.compile(NAME + "\\s*(?:\\(|,)?\\s*(?:has|have|with|of|holds?)?\\s*$");
    private static final Pattern GIVES =
            Pattern.compile("(?i)\\b(?:gives?|yields?|makes?|results? in|leaves?|produces?|has|have|is|are|=)\\s+(?:a"
                    + " (?:table|result|file) (?:of|with)\\s+)?$");
    private static final Pattern CELL = Pattern.compile(N + "(?:\\s+(?:rows|records))?");
    private static final int FEWEST = 2;

    static JoinWords of(Passages passages) {
        String all = passages.prose().stream().map(Passage::text).collect(Collectors.joining("\n"));
        Matcher key = KEY.matcher(all);
        return new JoinWords(key.find() ? key.group(1) : "");
    }

    static void read(Passages passages, StatedClaims claims) {
        boolean otherwise = Stream.concat(
                        passages.prose().stream().map(Passage::text),
                        passages.tables().stream()
                                .flatMap(each -> each.table().rows().stream().map(JoinWords::written)))
                .anyMatch(text -> OTHERWISE.matcher(text).find());
        if (!otherwise) {
            JoinWords words = of(passages);
            passages.prose().stream()
                    .flatMap(passage -> passage.sentences().stream())
                    .forEach(sentence -> words.sentence(sentence, claims));
            passages.tables().forEach(table -> words.table(table, claims));
        }
    }

    private static String written(Row row) {
        return row.cells().stream().map(Passage::written).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /// Sources with their rows, and last what they give.
    private void sentence(Sentence sentence, StatedClaims claims) {
        String text = sentence.text();
        List<MatchResult> figures = ROWS.matcher(text).results().toList();
        if (figures.size() <= FEWEST || !JOINING.matcher(text).find()) {
            return;
        }
        var sources = new LinkedHashMap<String, BigDecimal>();
        for (MatchResult figure : figures.subList(0, figures.size() - 1)) {
            Matcher name = SOURCE.matcher(text.substring(0, figure.start()));
            if (!name.find()) {
                return;
            }
            sources.put(name.group(1), Numbers.decimal(figure.group(1)));
        }
        MatchResult result = figures.getLast();
        if (GIVES.matcher(text.substring(0, result.start())).find()) {
            add(new Joined(Numbers.decimal(result.group(1)), sources, key), sentence, claims);
        }
    }

    private void table(Passages.Placed placed, StatedClaims claims) {
        List<Text> head = placed.table().head();
        for (int column = 1; column < head.size(); column++) {
            if (ROWS_HEAD.matcher(head.get(column).plain()).matches()) {
                column(placed, column, claims);
            }
        }
    }

    /// Rows of sources, then one that says it is what they are joined to.
    private void column(Passages.Placed placed, int column, StatedClaims claims) {
        var sources = new LinkedHashMap<String, BigDecimal>();
        for (Row row : placed.table().rows()) {
            BigDecimal rows = rows(row, column);
            String first = row.cells().isEmpty() ? "" : row.cells().getFirst().plain();
            if (rows != null && JOINED.matcher(first).find() && sources.size() >= FEWEST) {
                Passage passage = new Passage(List.of(row.cells().get(column)), first, placed.setting());
                add(new Joined(rows, sources, key), new Sentence(written(row), row.line(), passage), claims);
                sources.clear();
            } else if (rows != null && first.matches("[\\w./$-]+")) {
                sources.put(first, rows);
            } else {
                sources.clear();
            }
        }
    }

    private static @Nullable BigDecimal rows(Row row, int column) {
        Matcher number = column < row.cells().size()
                ? CELL.matcher(row.cells().get(column).plain())
                : null;
        return number != null && number.matches() ? Numbers.decimal(number.group(1)) : null;
    }

    private static void add(Joined joined, Sentence sentence, StatedClaims claims) {
        if (joined.sources().size() >= FEWEST) {
            claims.add(new Stated(joined, "rows after the join", Origin.STATED), sentence);
        }
    }
}
