package muster.versions;

import muster.plan.VersionScheme;

/// Compares versions with ranges.
public final class Versions {
    private Versions() {}

    /// Whether the version lies inside the range, both in the notation of the scheme.
    public static RangeCheck check(VersionScheme scheme, String range, String version) {
        return new RangeCheck(RangeCheck.Standing.NO_RANGE, scheme + " ranges such as " + range + version);
    }
}
