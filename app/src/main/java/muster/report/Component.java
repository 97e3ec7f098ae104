package muster.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A dependency that the audited project declares.
///
/// @param ecosystem such as `pip`, `npm`, `maven`
/// @param range in the ecosystem's own notation, empty for any
/// @param version the one that is locked or installed, none if neither is known
/// @param purl package URL, none if the ecosystem has no type of it
/// @param place `path:line` of the declaration
/// @param vulnerabilities known ones of the version
public record Component(
        String ecosystem,
        String name,
        String range,
        @Nullable String version,
        @Nullable String purl,
        String place,
        List<Known> vulnerabilities) {
    public Component {
        // Reports of before have none.
        vulnerabilities = List.copyOf(Objects.requireNonNullElse(vulnerabilities, List.of()));
    }

    /// A vulnerability that somebody has published.
    ///
    /// @param rated as its source rates it, such as `HIGH`; empty if it does not
    /// @param fixed the lowest version without it; none if there is none yet
    public record Known(
            String id,
            List<String> aliases,
            String summary,
            String rated,
            @Nullable String fixed) {
        public Known {
            aliases = List.copyOf(aliases);
        }
    }
}
