package muster.probes.packages;

/// A line of a file that names a package.
///
/// @param version a range if it is declared or installed into an image, else the one version; empty for any
/// @param line from 1
record Mention(Ecosystem ecosystem, String name, Kind kind, String version, int line) {

    /// What the range of a version begins with that could not be found out.
    static final String UNRESOLVED = "unresolved";

    /// What the line does.
    enum Kind {
        DECLARED,
        LOCKED,
        CONTAINER
    }

    static Mention declared(Ecosystem ecosystem, String name, String range, int line) {
        return new Mention(ecosystem, name, Kind.DECLARED, range, line);
    }

    static Mention locked(Ecosystem ecosystem, String name, String version, int line) {
        return new Mention(ecosystem, name, Kind.LOCKED, version, line);
    }

    Mention into(Kind other) {
        return new Mention(ecosystem, name, other, version, line);
    }
}
