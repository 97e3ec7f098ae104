package muster.markdown;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.plan.ClaimValue.Computed;

/// Calculations that a sentence writes out: sums, products and shares.
final class Calculations {
    private static final String N = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,12}(?:\\.\\d{1,6})?)";
    private static final String THING = "(?:\\s+(?!times\\b|plus\\b|x\\b|of\\b|and\\b|or\\b)[\\p{L}][\\p{L}-]*){0,3}";
    private static final String BEGIN = "(?<![\\w.,:/$€+*×−–^-]|[-+*/×−–x]\\s|\\b(?:plus|minus|times)\\s)";
    private static final String END =
            "(?![\\w,.]*\\d|\\s*(?:[-+*/×x]|times|plus|minus|of)\\s*\\d|\\s*(?i:thousand|million|billion|trillion|[kmg])\\b)";
    private static final Pattern SUM =
            Pattern.compile(BEGIN + "(" + N + THING + "(?:(?:\\s*(?:\\+|plus)\\s*|\\s+(?:[-−–]|minus)\\s+)" + N + THING
                    + "){1,40})\\s*(?:=|equals|makes|gives)\\s*" + N + END);
    private static final Pattern PRODUCT = Pattern.compile(BEGIN + "(" + N + THING + "(?:\\s*(?:[×*x]|times)\\s*" + N
            + THING + "){1,40})\\s*(?:=|equals|makes|gives)\\s*" + N + END);
    private static final Pattern MADE_OF = Pattern.compile(BEGIN + N
            + "\\s+([\\p{L}][\\p{L}-]*)(?:,?\\s+(?:which|that)"
            + " is|\\s*,?\\s*i\\.e\\.,?|\\s*=|(?=\\s*\\([^()]*\\))\\s*\\()\\s*("
            + N + THING + "(?:\\s*(?:[×*x+]|times|plus)\\s*" + N + THING + "){1,40})" + END + "(?=\\s*(?:[.;)]|$))");
    private static final Pattern SHARE = Pattern.compile(BEGIN + N + "\\s*(?:of|/|out of)\\s*(?:the\\s+)?" + N + THING
            + "\\s*(?:\\(|=|,?\\s+(?:or|that is)\\s+)\\s*(\\d{1,3}(?:\\.\\d{1,4})?)\\s*(?:%|percent)");
    private static final Pattern FIGURE = Pattern.compile(N);
    private static final Pattern MINUS = Pattern.compile("\\s(?:[-−–]|minus)\\s");
    private static final Pattern SIGN = Pattern.compile("\\+|\\bplus\\b");

    private Calculations() {}

    static List<Computed> in(String text) {
        List<Computed> found = new ArrayList<>();
        each(SUM, text, match -> computed(found, match.group(match.groupCount()), "", match.group(1)));
        each(PRODUCT, text, match -> computed(found, match.group(match.groupCount()), "", match.group(1)));
        each(MADE_OF, text, match -> computed(found, match.group(1), match.group(2), match.group(3)));
        each(SHARE, text, match -> share(found, match));
        return found;
    }

    private static void each(Pattern pattern, String text, java.util.function.Consumer<Matcher> then) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            then.accept(matcher);
        }
    }

    private static void computed(List<Computed> found, String stated, String unit, String formula) {
        StringBuilder plain = new StringBuilder();
        Matcher figure = FIGURE.matcher(formula);
        int end = 0;
        while (figure.find()) {
            plain.append(plain.isEmpty() ? "" : sign(formula.substring(end, figure.start())));
            plain.append(figure.group().replace(",", ""));
            end = figure.end();
        }
        if (!mixed(formula)) {
            found.add(new Computed(Numbers.decimal(stated), unit, plain.toString()));
        }
    }

    private static String sign(String between) {
        return MINUS.matcher(between).find() ? " - " : SIGN.matcher(between).find() ? " + " : " * ";
    }

    /// Sums of products need more than working from left to right.
    private static boolean mixed(String formula) {
        return SIGN.matcher(formula).find()
                && Pattern.compile("[×*]|\\bx\\b|\\btimes\\b").matcher(formula).find();
    }

    private static void share(List<Computed> found, Matcher match) {
        BigDecimal whole = Numbers.decimal(match.group(2));
        if (whole.signum() > 0) {
            String part = Numbers.decimal(match.group(1)).toPlainString();
            found.add(new Computed(Numbers.decimal(match.group(3)), "%", part + " * 100 / " + whole.toPlainString()));
        }
    }
}
