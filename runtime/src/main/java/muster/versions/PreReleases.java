package muster.versions;

/// Whether a pre-release may lie in a range that does not name one.
public enum PreReleases {
    /// As the notation has it for choosing among versions.
    AS_WRITTEN,
    /// As for a version that is installed already. Source: PEP 440, "handling of pre-releases".
    INSTALLED
}
