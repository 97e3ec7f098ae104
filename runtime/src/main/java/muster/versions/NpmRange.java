package muster.versions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A range as npm writes it: alternatives, of one of which all bounds hold. Source of the rules: the documentation of
/// npm's `semver`.
record NpmRange(List<List<SemBound>> alternatives) implements VersionRange {
    private static final Pattern HYPHEN = Pattern.compile("\\s*+(\\S++)\\s+-\\s+(\\S++)\\s*+");
    private static final Pattern BOUND = Pattern.compile("(\\^|~>|~|<=|>=|<|>|=|)[v=\\s]*+([^\\s<>=^~]*+)\\s*+");
    private static final Pattern CARGO = Pattern.compile("\\s*+(\\^|~|<=|>=|<|>|=|)\\s*+([^\\s<>=^~]++)\\s*+");

    NpmRange {
        alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    /// @throws IllegalArgumentException if the text is no range
    static NpmRange of(String text) {
        return new NpmRange(Arrays.stream(text.split("\\|\\|", -1))
                .map(NpmRange::alternative)
                .toList());
    }

    /// @throws IllegalArgumentException if the text is no range
    static NpmRange ofCargo(String text) {
        var bounds = new ArrayList<SemBound>();
        for (var part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            var match = CARGO.matcher(part);
            if (!match.matches()) {
                throw new IllegalArgumentException("'" + text + "' is no range of versions (Cargo)");
            }
            var version = PartialSemVersion.of(match.group(2));
            boolean plain = match.group(1).isEmpty() && !match.group(2).contains("*");
            bounds.addAll(SemBound.of(plain ? "^" : match.group(1), version));
        }
        return new NpmRange(List.of(bounds));
    }

    private static List<SemBound> alternative(String text) {
        var hyphen = HYPHEN.matcher(text);
        if (hyphen.matches()) {
            return SemBound.hyphen(PartialSemVersion.of(hyphen.group(1)), PartialSemVersion.of(hyphen.group(2)));
        }
        var bounds = new ArrayList<SemBound>();
        var match = BOUND.matcher(text.strip());
        int next = 0;
        while (next < text.strip().length()) {
            if (!match.find(next) || match.start() != next || match.end() == next) {
                throw new IllegalArgumentException("'" + text + "' is no range of versions (npm)");
            }
            var sign = match.group(1).equals("~>") ? "~" : match.group(1);
            bounds.addAll(SemBound.of(sign, PartialSemVersion.of(match.group(2))));
            next = match.end();
        }
        return bounds;
    }

    @Override
    public RangeCheck check(String version, PreReleases preReleases) {
        var read = SemVersion.of(version);
        boolean inside = alternatives.stream().anyMatch(bounds -> holds(bounds, read, preReleases));
        return inside ? VersionRange.inside(version) : VersionRange.outside(version, "in " + this);
    }

    /// A pre-release is let in only by a bound that names a pre-release of the same three numbers.
    private static boolean holds(List<SemBound> bounds, SemVersion version, PreReleases preReleases) {
        boolean allowed = version.pre().isEmpty()
                || preReleases == PreReleases.INSTALLED
                || bounds.stream()
                        .map(SemBound::version)
                        .anyMatch(bound -> !bound.pre().isEmpty() && bound.hasNumbersOf(version));
        return allowed && bounds.stream().allMatch(bound -> bound.holds(version));
    }

    @Override
    public String toString() {
        return alternatives.stream()
                .map(bounds -> bounds.isEmpty()
                        ? "*"
                        : bounds.stream().map(SemBound::toString).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" || "));
    }
}
