package muster.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import muster.review.StatedPlan.Text;

/// Numbers that a text states with the calculation behind them in parentheses: `221,228 rows (28 x 7 x 1,127)`, or
/// batches with their sum.
final class StatedArithmetic {
    private static final String NUMBER = "[0-9][0-9,]*(?:\\.[0-9]+)?";
    private static final String PRODUCT = NUMBER + "(?:\\s*[x\u00d7*]\\s*" + NUMBER + ")*";
    private static final Pattern STATED = Pattern.compile(
            "(" + NUMBER + ")\\s+(?:[\\p{L}-]+\\s+){0,4}\\((" + PRODUCT + "(?:\\s*\\+\\s*" + PRODUCT + ")*)\\)");

    private StatedArithmetic() {}

    /// The calculations of a text that do not give what is stated. A number that counts the terms, as of batches, is no
    /// result of them.
    static List<Contradiction> wrong(Text text) {
        return STATED.matcher(text.words())
                .results()
                .filter(match -> match.group(2).matches(".*[x\u00d7*+].*"))
                .filter(match -> isWrong(match))
                .map(match -> new Contradiction(
                        "arithmetic",
                        "'" + match.group() + "'",
                        match.group(2) + " is " + value(match.group(2)).toPlainString(),
                        text.line()))
                .toList();
    }

    private static boolean isWrong(MatchResult match) {
        var stated = number(match.group(1));
        return value(match.group(2)).compareTo(stated) != 0
                && terms(match.group(2)).compareTo(stated) != 0;
    }

    private static BigDecimal value(String sum) {
        var value = BigDecimal.ZERO;
        for (var product : sum.split("\\+", -1)) {
            var factors = BigDecimal.ONE;
            for (var factor : product.split("[x\u00d7*]", -1)) {
                factors = factors.multiply(number(factor.strip()));
            }
            value = value.add(factors);
        }
        return value;
    }

    /// How many parts the sum has, a product counting as often as its first factor says: 6 x 500 + 528 has 7.
    private static BigDecimal terms(String sum) {
        var count = BigDecimal.ZERO;
        for (var product : sum.split("\\+", -1)) {
            var factors = product.split("[x\u00d7*]", -1);
            count = count.add(factors.length == 1 ? BigDecimal.ONE : number(factors[0].strip()));
        }
        return count;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(",", ""));
    }
}
