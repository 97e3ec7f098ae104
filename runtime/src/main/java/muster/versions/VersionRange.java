package muster.versions;

import muster.versions.RangeCheck.Standing;

/// A set of versions.
sealed interface VersionRange permits Pep440Range, NpmRange, MavenRange, DebianRange, ToolRange {

    /// @throws IllegalArgumentException if the text is no version of the range's scheme
    RangeCheck check(String version, PreReleases preReleases);

    static RangeCheck inside(String version) {
        return new RangeCheck(Standing.INSIDE, version + " is inside");
    }

    static RangeCheck outside(String version, String clause) {
        return new RangeCheck(Standing.OUTSIDE, version + " is not " + clause);
    }
}
