package muster.matching;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/// How large a pattern becomes once its counted repetitions are written out, as RE2 does: `((a{100}){100}){100}` is a
/// million letters. It need not be exact, only never far too small.
final class PatternSize {
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    private final String pattern;

    /// Size of what stands in each open group, the outermost last.
    private final Deque<Double> groups = new ArrayDeque<>();

    /// Size of what a repetition that follows would repeat.
    private double last;

    private int next;

    private PatternSize(String pattern) {
        this.pattern = pattern;
        groups.push(0.0);
    }

    static double of(String pattern) {
        var size = new PatternSize(pattern);
        while (size.next < pattern.length()) {
            size.step();
        }
        return size.groups.stream().mapToDouble(Double::doubleValue).sum();
    }

    private void step() {
        char sign = pattern.charAt(next);
        next++;
        switch (sign) {
            case '(' -> groups.push(0.0);
            case ')' -> close();
            case '{' -> repeat();
            case '\\' -> atom(next + 1);
            case '[' -> atom(afterSet());
            default -> atom(next);
        }
    }

    private void atom(int after) {
        next = after;
        last = 1;
        groups.push(groups.pop() + 1);
    }

    private void close() {
        if (groups.size() > 1) {
            last = groups.pop() + 1;
            groups.push(groups.pop() + last);
        }
    }

    private void repeat() {
        var match = COUNT.matcher(pattern).region(next - 1, pattern.length());
        if (!match.lookingAt()) {
            atom(next);
            return;
        }
        boolean bounded = match.group(2) != null && !match.group(2).isEmpty();
        double times = Math.max(1, Double.parseDouble(bounded ? match.group(2) : match.group(1)));
        groups.push(groups.pop() + last * (times - 1));
        last *= times;
        next = match.end();
    }

    /// A set ends at the first `]` that is neither its first sign nor escaped.
    private int afterSet() {
        int end = pattern.startsWith("^", next) ? next + 2 : next + 1;
        while (end < pattern.length() && pattern.charAt(end) != ']') {
            end += pattern.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }
}
