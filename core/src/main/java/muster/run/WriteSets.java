package muster.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether two globs can name the same thing. `?` is one character, `*` any within a segment, `**` any number of
/// segments; a path that is the beginning of another names its folder. What begins with `table:` names tables and never
/// overlaps a path.
public final class WriteSets {
    private static final String TABLE = "table:";
    private static final String DEEP = "**";

    private WriteSets() {}

    /// The first of `ours` and of `theirs` that overlap, as `A and B`; null if none do.
    public static @Nullable String overlap(List<String> ours, List<String> theirs) {
        return ours.stream()
                .flatMap(one -> theirs.stream()
                        .filter(other -> overlap(one, other))
                        .map(other -> one.equals(other) ? one : one + " and " + other))
                .findFirst()
                .orElse(null);
    }

    static boolean overlap(String one, String other) {
        return one.startsWith(TABLE) == other.startsWith(TABLE) && paths(segments(one), segments(other));
    }

    private static List<String> segments(String glob) {
        var segments = new ArrayList<String>();
        for (var segment : glob.split("/", -1)) {
            if (segment.equals("..") && !segments.isEmpty()) {
                segments.removeLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return segments;
    }

    private static boolean paths(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return true;
        }
        if (one.getFirst().equals(DEEP)) {
            return paths(tail(one), other) || paths(one, tail(other));
        }
        if (other.getFirst().equals(DEEP)) {
            return paths(other, one);
        }
        return names(one.getFirst(), other.getFirst()) && paths(tail(one), tail(other));
    }

    private static boolean names(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return (one + other).chars().allMatch(each -> each == '*');
        }
        if (one.charAt(0) == '*' || other.charAt(0) == '*') {
            var star = one.charAt(0) == '*' ? one : other;
            var rest = one.charAt(0) == '*' ? other : one;
            return names(star.substring(1), rest) || names(star, rest.substring(1));
        }
        var same = one.charAt(0) == other.charAt(0) || one.charAt(0) == '?' || other.charAt(0) == '?';
        return same && names(one.substring(1), other.substring(1));
    }

    private static List<String> tail(List<String> segments) {
        return segments.subList(1, segments.size());
    }
}
