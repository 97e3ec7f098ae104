package muster.markdown;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.audit.Quantity;
import muster.markdown.Figure.Form;
import muster.markdown.Passage.Sentence;
import muster.markdown.StatedClaims.Stated;
import muster.plan.ClaimValue;
import muster.plan.Origin;
import org.jspecify.annotations.Nullable;

/// The numbers of a sentence: what is counted, and what is calculated.
record SentenceFigures(Sentence sentence, StatedClaims claims) {
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern CLAUSE = Pattern.compile(
            "[;:]\\s|\\s[-–—]\\s|,\\s+(?:which|who|that|and|but|while|so|each|of which)\\b|\\s+and\\s+(?=must|should|will|is|are|has|have|was|were|can|may)");
    private static final Pattern PARENTHESES = Pattern.compile("\\([^()]*\\)");
    private static final Pattern BARE_FIELD =
            Pattern.compile("([\\p{L}][^:`\\d.]{1,60}?)\\s*:\\s+(\\d{1,3}(?:,\\d{3})+|\\d{1,9})\\.?");
    private static final Pattern FIELD = Pattern.compile("^([\\p{L}][^:`.]{1,48}?):\\s+.*");
    private static final Pattern COUNTED =
            Pattern.compile("^(?i:(?:total|number of|count of|all)\\s+)*((?:\\p{Lu}\\w*\\s+)*)([\\p{L}]{3,}s)\\b(.*)$");

    private static final Pattern MULTIPLIED =
            Pattern.compile("(?i)[\\s-]*(?:thousand|million|billion|trillion|dozen|hundred)\\b");
    private static final int SHORT = 4;

    void read() {
        String text = sentence.text();
        Calculations.in(text)
                .forEach(found ->
                        claims.add(new Stated(found, "calculation", calculated()), at(text.indexOf(found.toString()))));
        String masked = CODE.matcher(text)
                .replaceAll(match -> "`" + "_".repeat(match.group().length() - 2) + "`");
        List<Figure> figures = Figure.in(masked);
        figures.stream()
                .filter(figure -> figure.form() == Form.ALONE && isCount(figure))
                .forEach(this::counted);
        if (figures.isEmpty()) {
            bare();
        }
    }

    /// Not `5 million rows`, nor a numbered verse.
    private boolean isCount(Figure figure) {
        String behind = sentence.text()
                .substring(Math.min(
                        sentence.text().length(),
                        figure.start() + figure.written().length()));
        char first = figure.unit().charAt(0);
        return !MULTIPLIED.matcher(behind).lookingAt()
                && (figure.unit().length() <= SHORT || !Character.isUpperCase(first));
    }

    private Origin calculated() {
        return Tense.ofSetting(sentence.passage().setting());
    }

    private Sentence at(int offset) {
        Passage passage = sentence.passage();
        int begin = passage.text().indexOf(sentence.text());
        return new Sentence(sentence.text(), passage.lineAt(begin + Math.max(0, offset)), passage);
    }

    private void counted(Figure figure) {
        String clause = clause(figure.start());
        String field = field(clause);
        Origin origin = Tense.of(
                field.isEmpty() ? clause : field + " " + clause,
                sentence.passage().setting());
        String outside = inParentheses(figure.start())
                ? clause
                : PARENTHESES.matcher(clause).replaceAll(" ");
        String subject = (sentence.passage().under() + " " + field + " " + Tense.present(outside)).strip();
        claims.add(new Stated(ClaimValue.of(figure.number(), figure.unit()), subject, origin), at(figure.start()));
    }

    private boolean inParentheses(int at) {
        return PARENTHESES.matcher(sentence.text()).results().anyMatch(match -> match.start() < at && at < match.end());
    }

    /// The key of a line `Key: value` to whose value the clause belongs.
    private String field(String clause) {
        Matcher field = FIELD.matcher(sentence.text());
        return field.matches() && !clause.startsWith(field.group(1)) ? field.group(1) : "";
    }

    /// The words around a place that belong to one statement.
    private String clause(int at) {
        String text = sentence.text();
        int begin = 0;
        int end = text.length();
        Matcher cut = CLAUSE.matcher(text);
        while (cut.find()) {
            begin = cut.end() <= at ? cut.end() : begin;
            end = cut.start() > at ? Math.min(end, cut.start()) : end;
        }
        return text.substring(Math.min(begin, at), end);
    }

    /// `Tables in the dataset: 52` counts tables, of the dataset.
    private void bare() {
        Matcher field = BARE_FIELD.matcher(sentence.text().strip());
        Matcher counted = field.matches() ? COUNTED.matcher(field.group(1)) : null;
        if (counted != null && counted.matches()) {
            add(field.group(2), counted);
        }
    }

    private void add(@Nullable String digits, Matcher counted) {
        BigDecimal number = Numbers.decimal(String.valueOf(digits));
        String of = counted.group(1) + Tense.present(counted.group(3));
        String subject = sentence.passage().under() + " " + (of.isBlank() ? Quantity.WHOLE : of);
        Origin origin = Tense.of(counted.group(), sentence.passage().setting());
        claims.add(
                new Stated(
                        ClaimValue.of(number, counted.group(2).toLowerCase(java.util.Locale.ROOT)),
                        subject.strip(),
                        origin),
                sentence);
    }
}
