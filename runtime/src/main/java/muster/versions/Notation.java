package muster.versions;

import muster.plan.VersionScheme;

/// How ranges of versions are written.
public enum Notation {
    /// Python's PEP 440.
    PEP440,
    /// Semantic versioning with npm's ranges.
    NPM,
    /// Semantic versioning with Cargo's ranges, where `1.2` means `^1.2`.
    CARGO,
    /// Maven's.
    MAVEN,
    /// Debian's relations.
    DEBIAN,
    /// PEP 440's clauses over whatever a tool prints as its version, such as `2.39.5-0+deb12u1`.
    TOOL;

    /// The notation of a scheme.
    public static Notation of(VersionScheme scheme) {
        return switch (scheme) {
            case PEP440 -> PEP440;
            case SEMVER -> NPM;
            case MAVEN -> MAVEN;
            case DEBIAN -> DEBIAN;
        };
    }
}
