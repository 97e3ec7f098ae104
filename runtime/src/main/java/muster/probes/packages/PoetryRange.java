package muster.probes.packages;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Poetry's own ranges in the notation of PEP 440. Source: Poetry's page on dependency specification.
final class PoetryRange {
    private static final Pattern OPEN = Pattern.compile("([\\^~])\\s*(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?\\S*");

    private PoetryRange() {}

    static String of(String range) {
        return Arrays.stream(range.split(",", -1))
                .map(String::strip)
                .filter(clause -> !clause.isEmpty() && !clause.equals("*"))
                .map(PoetryRange::clause)
                .collect(Collectors.joining(","));
    }

    private static String clause(String clause) {
        var match = OPEN.matcher(clause);
        if (match.matches()) {
            var version = clause.substring(1).strip();
            return ">=" + version + ",<" + above(match);
        }
        return Character.isDigit(clause.charAt(0)) ? "==" + clause : clause;
    }

    private static String above(java.util.regex.Matcher match) {
        var major = match.group(2);
        var minor = match.group(3);
        var patch = match.group(4);
        boolean caret = match.group(1).equals("^");
        if (minor == null || (caret && !isZero(major))) {
            return next(major);
        }
        if (!caret || patch == null || !isZero(minor)) {
            return major + "." + next(minor);
        }
        return major + "." + minor + "." + next(patch);
    }

    private static boolean isZero(String number) {
        return number.chars().allMatch(sign -> sign == '0');
    }

    private static String next(String number) {
        return new java.math.BigInteger(number).add(java.math.BigInteger.ONE).toString();
    }
}
