package muster.plan;

/// How versions are ordered and ranges of them written.
public enum VersionScheme {
    /// Python's PEP 440, such as `>=3.0,!=3.1.*`.
    PEP440,
    /// Semantic versioning with npm's ranges, such as `^1.2 || ~2.0`.
    SEMVER,
    /// Maven's, such as `[1.0,2.0)`.
    MAVEN,
    /// Debian's, with epochs, such as `>= 2:1.4`.
    DEBIAN
}
