package muster.probes.packages;

import org.jspecify.annotations.Nullable;

/// A package that a repository asks for.
///
/// @param name as it is written
/// @param range in the ecosystem's notation, empty for any version, `unresolved` and why if it could not be found out
/// @param locked the version in the nearest lock file, if one holds it fast
/// @param path file that names it, relative to the workspace
/// @param line from 1
public record DeclaredPackage(
        Ecosystem ecosystem,
        String name,
        String range,
        @Nullable String locked,
        Scope scope,
        String path,
        int line) {

    /// How the repository comes to use it.
    public enum Scope {
        /// A manifest names it.
        DIRECT,
        /// Only a lock file names it: some other package needs it.
        TRANSITIVE,
        /// A Dockerfile installs it into an image.
        CONTAINER
    }

    /// The package URL, with the version if it is known exactly.
    public String purl() {
        var url = ecosystem.purl(name);
        var version = version();
        return version == null ? url : url + "@" + version.replace("+", "%2B").replace(":", "%3A");
    }

    /// The one version that is meant: the locked one, or the only one that the range holds.
    public @Nullable String version() {
        return locked == null ? Pins.only(ecosystem, range) : locked;
    }

    /// False if its version is declared where nobody could look.
    public boolean isResolved() {
        return !range.startsWith(Mention.UNRESOLVED);
    }

    /// Such as `app/requirements.txt:3`.
    public String place() {
        return path + ":" + line;
    }
}
