package muster.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Intervals as Maven writes them, such as `[1.0,2.0),[3.0,)`. A version alone is that version: to Maven it is a wish,
/// but an expectation is none.
record MavenRange(String text, List<Interval> intervals) implements VersionRange {
    private static final Pattern INTERVAL = Pattern.compile(
            "\\s*+([\\[(])\\s*+([^,\\[\\]()]*+)(?:(,)\\s*+([^,\\[\\]()]*+))?([])])\\s*+(?:,(?=\\s*+[\\[(]))?");

    /// @param from nothing for no lower bound
    /// @param to nothing for no upper bound
    record Interval(
            @Nullable MavenVersion from,
            Edge lower,
            @Nullable MavenVersion to,
            Edge upper) {
        boolean holds(MavenVersion version) {
            int low = from == null ? 1 : version.compareTo(from);
            int high = to == null ? -1 : version.compareTo(to);
            return (low > 0 || (low == 0 && lower == Edge.INSIDE)) && (high < 0 || (high == 0 && upper == Edge.INSIDE));
        }
    }

    /// Whether a bound belongs to its interval.
    enum Edge {
        INSIDE,
        OUTSIDE
    }

    MavenRange {
        intervals = List.copyOf(intervals);
    }

    /// @throws IllegalArgumentException if the text is no range
    static MavenRange of(String text) {
        if (text.isEmpty()) {
            return new MavenRange(text, List.of(new Interval(null, Edge.INSIDE, null, Edge.INSIDE)));
        }
        if (!text.matches("(?s).*[\\[\\](),].*")) {
            var only = MavenVersion.of(text);
            return new MavenRange(text, List.of(new Interval(only, Edge.INSIDE, only, Edge.INSIDE)));
        }
        var intervals = new ArrayList<Interval>();
        var match = INTERVAL.matcher(text);
        int next = 0;
        while (next < text.length()) {
            if (!match.find(next) || match.start() != next) {
                throw none(text);
            }
            intervals.add(interval(text, match));
            next = match.end();
        }
        return new MavenRange(text, intervals);
    }

    private static Interval interval(String text, java.util.regex.Matcher match) {
        var lower = match.group(1).equals("[") ? Edge.INSIDE : Edge.OUTSIDE;
        var upper = match.group(5).equals("]") ? Edge.INSIDE : Edge.OUTSIDE;
        var from = version(match.group(2));
        var to = match.group(3) == null ? from : version(match.group(4));
        boolean single = match.group(3) == null;
        boolean hollow = single && (from == null || lower == Edge.OUTSIDE || upper == Edge.OUTSIDE);
        if (hollow || (from != null && to != null && to.compareTo(from) < 0)) {
            throw none(text);
        }
        return new Interval(from, lower, to, upper);
    }

    private static @Nullable MavenVersion version(String text) {
        return text.isBlank() ? null : MavenVersion.of(text.strip());
    }

    private static IllegalArgumentException none(String text) {
        return new IllegalArgumentException("'" + text + "' is no range of versions (Maven)");
    }

    @Override
    public RangeCheck check(String version, PreReleases preReleases) {
        var read = MavenVersion.of(version);
        return intervals.stream().anyMatch(interval -> interval.holds(read))
                ? VersionRange.inside(version)
                : VersionRange.outside(version, "in " + text);
    }
}
