package muster.versions;

import java.util.Arrays;
import java.util.List;

/// Clauses of PEP 440, all of which must hold.
record Pep440Range(List<Pep440Clause> clauses) implements VersionRange {
    Pep440Range {
        clauses = List.copyOf(clauses);
    }

    /// @throws IllegalArgumentException if the text is no range
    static Pep440Range of(String text) {
        return new Pep440Range(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(clause -> !clause.isEmpty())
                .map(Pep440Clause::of)
                .toList());
    }

    @Override
    public RangeCheck check(String version, PreReleases preReleases) {
        return check(Pep440Version.of(version), preReleases);
    }

    RangeCheck check(Pep440Version version, PreReleases preReleases) {
        if (!allows(version, preReleases)) {
            return VersionRange.outside(
                    version.toString(), "allowed: it is a pre-release, and " + this + " names none");
        }
        return clauses.stream()
                .filter(clause -> !clause.holds(version))
                .findFirst()
                .map(clause -> VersionRange.outside(version.toString(), clause.toString()))
                .orElseGet(() -> VersionRange.inside(version.toString()));
    }

    private boolean allows(Pep440Version version, PreReleases preReleases) {
        return preReleases == PreReleases.INSTALLED
                || !version.isPreRelease()
                || clauses.isEmpty()
                || clauses.stream().anyMatch(Pep440Clause::namesPreRelease);
    }

    @Override
    public String toString() {
        return String.join(",", clauses.stream().map(Pep440Clause::toString).toList());
    }
}
