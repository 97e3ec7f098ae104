package muster.versions;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A line by which a Python project asks for a package. Source: PEP 508.
public sealed interface RequirementLine {

    /// A package that is asked for.
    ///
    /// @param extras optional parts of it, as written
    /// @param range in the notation of PEP 440, empty for any version
    /// @param url where it comes from, if the line says so instead of a range
    /// @param marker when it is asked for, nothing for always
    record Required(
            String name,
            List<String> extras,
            String range,
            @Nullable String url,
            @Nullable Marker marker) implements RequirementLine {
        public Required {
            extras = List.copyOf(extras);
        }

        /// The name as packages are compared. Source: PEP 503.
        public String normalName() {
            return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
        }
    }

    /// A line that is none.
    record Unreadable(String why) implements RequirementLine {}

    /// Reads one line without comment.
    static RequirementLine of(String line) {
        if (line.length() > RequirementText.LONGEST) {
            return new Unreadable("a requirement of " + line.length() + " characters is none");
        }
        try {
            return RequirementText.read(line.strip());
        } catch (IllegalArgumentException e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        }
    }
}
