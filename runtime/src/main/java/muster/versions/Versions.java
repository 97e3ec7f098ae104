package muster.versions;

import muster.plan.VersionScheme;
import muster.versions.RangeCheck.Standing;

/// Compares versions with ranges.
public final class Versions {
    /// No version that people write is longer.
    static final int LONGEST_VERSION = 300;

    private static final int LONGEST_RANGE = 2_000;

    private Versions() {}

    /// Whether the version lies inside the range, both in the notation of the scheme; an empty range holds every
    /// version.
    public static RangeCheck check(VersionScheme scheme, String range, String version) {
        return check(Notation.of(scheme), range, version, PreReleases.AS_WRITTEN);
    }

    /// Whether the version lies inside the range; an empty range holds every version.
    public static RangeCheck check(Notation notation, String range, String version, PreReleases preReleases) {
        if (version.length() > LONGEST_VERSION) {
            return new RangeCheck(Standing.NO_VERSION, "a version of " + version.length() + " characters is none");
        }
        if (range.length() > LONGEST_RANGE) {
            return new RangeCheck(Standing.NO_RANGE, "a range of " + range.length() + " characters is none");
        }
        VersionRange read;
        try {
            read = read(notation, range.strip());
        } catch (IllegalArgumentException e) {
            return new RangeCheck(Standing.NO_RANGE, String.valueOf(e.getMessage()));
        }
        try {
            return read.check(version.strip(), preReleases);
        } catch (IllegalArgumentException e) {
            return new RangeCheck(Standing.NO_VERSION, String.valueOf(e.getMessage()));
        }
    }

    private static VersionRange read(Notation notation, String range) {
        return switch (notation) {
            case PEP440 -> Pep440Range.of(range);
            case NPM -> NpmRange.of(range);
            case CARGO -> NpmRange.ofCargo(range);
            case MAVEN -> MavenRange.of(range);
            case DEBIAN -> DebianRange.of(range);
            case TOOL -> new ToolRange(Pep440Range.of(range));
        };
    }
}
