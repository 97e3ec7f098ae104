package muster.versions;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parts of the line.
final class RequirementText {
    static final int LONGEST = 10_000;

    private static final Pattern NAME = Pattern.compile(
            "([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\\s*+(?:\\[([^\\]]*+)])?\\s*+(.*)", Pattern.DOTALL);
    private static final Pattern EXTRAS =
            Pattern.compile("\\s*+|\\s*+[A-Za-z0-9][\\w.-]*+\\s*+(?:,\\s*+[A-Za-z0-9][\\w.-]*+\\s*+)*+");
    private static final Pattern URL = Pattern.compile("@\\s*+([^\\s;]\\S*+)(?:\\s++(?:;(.*+))?)?", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("(\\([^();]*+\\)\\s*+|[^();]*+)(?:;(.*+))?", Pattern.DOTALL);

    private RequirementText() {}

    static RequirementLine.Required read(String line) {
        var match = NAME.matcher(line);
        if (!match.matches()) {
            throw none(line);
        }
        var extras = match.group(2) == null ? "" : match.group(2);
        if (!EXTRAS.matcher(extras).matches()) {
            throw none(line);
        }
        var names = Arrays.stream(extras.split(",", -1))
                .map(String::strip)
                .filter(extra -> !extra.isEmpty())
                .toList();
        var rest = match.group(3);
        var url = URL.matcher(rest);
        if (url.matches()) {
            return new RequirementLine.Required(match.group(1), names, "", url.group(1), marker(url.group(2)));
        }
        var range = RANGE.matcher(rest);
        if (!range.matches()) {
            throw none(line);
        }
        var written = range.group(1).strip().replaceFirst("^\\((.*)\\)$", "$1").strip();
        check(written);
        return new RequirementLine.Required(match.group(1), names, written, null, marker(range.group(2)));
    }

    private static void check(String range) {
        if (range.startsWith(",") || range.matches("(?s).*,\\s*,.*")) {
            throw none(range);
        }
        Pep440Range.of(range);
    }

    private static @Nullable Marker marker(@Nullable String text) {
        return text == null ? null : Marker.of(text);
    }

    private static IllegalArgumentException none(String line) {
        return new IllegalArgumentException("'" + line + "' is no requirement (PEP 508)");
    }
}
