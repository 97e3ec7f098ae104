package muster.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Whether two globs can name the same thing. `?` is one character, `*` any within a segment, `**` any number of
/// segments; a path that is the beginning of another names its folder. What begins with `table:` names tables and never
/// overlaps a path. Takes time in the product of the lengths, whatever the globs.
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

    /// A glob that an agent wishes to reserve.
    ///
    /// @throws IllegalArgumentException if it names nothing, or something outside the workspace
    public static String wish(String glob) {
        var table = glob.startsWith(TABLE);
        if (glob.isBlank() || (table && glob.substring(TABLE.length()).isBlank())) {
            throw new IllegalArgumentException("must be a path glob or table:NAME, got '" + glob + "'");
        }
        if (!table && (glob.startsWith("/") || climbs(glob))) {
            throw new IllegalArgumentException("must be a path within the workspace, got '" + glob + "'");
        }
        return glob;
    }

    private static boolean climbs(String glob) {
        int depth = 0;
        for (var segment : glob.split("/", -1)) {
            if (segment.equals("..")) {
                depth--;
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    static boolean overlap(String one, String other) {
        return one.startsWith(TABLE) == other.startsWith(TABLE)
                && new Meeting<>(segments(one), segments(other), DEEP, WriteSets::names).possible();
    }

    /// What lies below a path belongs to it.
    private static List<String> segments(String glob) {
        var segments = new ArrayList<String>();
        for (var segment : glob.split("/", -1)) {
            if (segment.equals("..") && !segments.isEmpty()) {
                segments.removeLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        segments.add(DEEP);
        return segments;
    }

    private static boolean names(String one, String other) {
        return new Meeting<>(letters(one), letters(other), '*', (a, b) -> a.equals(b) || a == '?' || b == '?')
                .possible();
    }

    private static List<Character> letters(String text) {
        return text.chars().mapToObj(letter -> (char) letter).toList();
    }

    /// Two sequences of which some elements stand for any number of others.
    private static final class Meeting<T> {
        private final List<T> one;
        private final List<T> other;
        private final T any;
        private final BiPredicate<T, T> same;
        private final boolean[][] rest;

        Meeting(List<T> one, List<T> other, T any, BiPredicate<T, T> same) {
            this.one = one;
            this.other = other;
            this.any = any;
            this.same = same;
            this.rest = new boolean[one.size() + 1][other.size() + 1];
        }

        boolean possible() {
            for (var i = one.size(); i >= 0; i--) {
                for (var j = other.size(); j >= 0; j--) {
                    rest[i][j] = possible(i, j);
                }
            }
            return rest[0][0];
        }

        /// Whether what is left from here can be the same, given the answers further on.
        private boolean possible(int i, int j) {
            var left = i < one.size();
            var right = j < other.size();
            if (left && one.get(i).equals(any)) {
                return rest[i + 1][j] || (right && rest[i][j + 1]);
            }
            if (right && other.get(j).equals(any)) {
                return rest[i][j + 1] || (left && rest[i + 1][j]);
            }
            if (left != right) {
                return false;
            }
            return !left || (same.test(one.get(i), other.get(j)) && rest[i + 1][j + 1]);
        }
    }
}
