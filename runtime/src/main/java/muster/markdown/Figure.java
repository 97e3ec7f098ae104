package muster.markdown;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number in digits followed by a unit or by the plural of what is counted. Dates, times of day, numbers that
/// are part of a name (`M008`) and numbers of a label (`Phase 4`) are none.
///
/// @param written the digits as they stand in the text
/// @param start of the number in the text
record Figure(String written, String unit, int start, Form form) {

    /// How it stands in the text.
    enum Form {
        ALONE,
        /// An end of a range.
        RANGE
    }

    private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,15}(?:\\.\\d{1,9})?)";
    private static final String KNOWN =
            "%|[KMGT]i?B\\b|ms\\b|hours?\\b|hrs?\\b|h\\b|minutes?\\b|mins?\\b|seconds?\\b|days?\\b|weeks?\\b|months?\\b|years?\\b|"
                    + "phases?\\b|steps?\\b|pages?\\b|people\\b|lines of code\\b|GiB\\b|vCPUs?\\b";
    private static final String PLURAL = "(?:[A-Za-z]+ )?[A-Za-z][a-z]*(?:[^s\\W]s)\\b";
    private static final Pattern CLAIM = Pattern.compile("(?<![\\w.,:/$€-])" + "([$€])?(?:" + NUMBER
            + "\\s*(?:-|–|—|to|→|->)\\s*)?" + NUMBER + "(?:(?:\\s*|-)(?i:(" + KNOWN + "))|\\s+(" + PLURAL + "))");
    private static final Pattern MONEY =
            Pattern.compile("(?<![\\w.,])([$€])" + NUMBER + "(?:\\s*(?:-|–)\\s*[$€]?" + NUMBER + ")?");
    private static final Pattern LABELLED = Pattern.compile(
            "(?i)\\b(?:phases?|steps?|days?|weeks?|months?|options?|sections?|versions?|stages?|sprints?|issues?|line|page|chapter|python|java|v)\\s+\\d+(?:\\.\\d+)*[a-z]?(?:\\s*(?:-|–|&|and|to)\\s*\\d+(?:\\.\\d+)?)?\\b(?!\\s*(?:%|hours?\\b))");
    private static final Pattern TIME_OF_DAY = Pattern.compile(
            "\\b\\d{1,2}:\\d{2}\\b|(?i:\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+\\d{1,2}\\b)");

    BigDecimal number() {
        return Numbers.decimal(written);
    }

    /// Those of a text, in order, sums of money last.
    static List<Figure> in(String text) {
        String masked = Moments.masked(text);
        for (Pattern other : List.of(LABELLED, TIME_OF_DAY)) {
            masked = Moments.masked(masked, other);
        }
        List<Figure> figures = new ArrayList<>();
        Matcher matcher = CLAIM.matcher(masked);
        while (matcher.find()) {
            if (isNoCount(matcher)) {
                continue;
            }
            String unit = unit(matcher);
            Form form = matcher.group(2) == null ? Form.ALONE : Form.RANGE;
            if (form == Form.RANGE) {
                figures.add(new Figure(matcher.group(2), unit, matcher.start(2), form));
            }
            figures.add(new Figure(matcher.group(3), unit, matcher.start(3), form));
        }
        money(masked, figures);
        return figures;
    }

    /// Things are counted in whole numbers; `Django 1.4 adds` and `the 2.0 releases` speak of versions.
    private static boolean isNoCount(Matcher matcher) {
        return matcher.group(5) != null && matcher.group(3).indexOf('.') >= 0;
    }

    private static void money(String masked, List<Figure> figures) {
        Matcher matcher = MONEY.matcher(masked);
        while (matcher.find()) {
            String currency = matcher.group(1).equals("$") ? "USD" : "EUR";
            Form form = matcher.group(3) == null ? Form.ALONE : Form.RANGE;
            figures.add(new Figure(matcher.group(2), currency, matcher.start(2), form));
            if (form == Form.RANGE) {
                figures.add(new Figure(matcher.group(3), currency, matcher.start(3), form));
            }
        }
    }

    private static String unit(Matcher matcher) {
        String known = matcher.group(4);
        String plural = matcher.group(5);
        return known != null ? known : plural.substring(plural.lastIndexOf(' ') + 1);
    }
}
