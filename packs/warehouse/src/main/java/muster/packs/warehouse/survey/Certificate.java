package muster.packs.warehouse.survey;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import muster.packs.warehouse.naming.Reading;

/// What a warehouse was found to keep, at one moment, with the evidence of every claim.
///
/// @param standard its name and version
/// @param reading the definition of a violation under which there is none
record Certificate(String standard, Reading reading, Instant at, List<Proven> claims) {
    private static final int FIRST_CONTROL_FREE = 0x20;

    Certificate {
        claims = List.copyOf(claims);
    }

    /// Schema `muster.warehouse-certificate/1`.
    String json() {
        return "{\"schema\":\"muster.warehouse-certificate/1\",\"standard\":%s,\"reading\":%s,\"at\":%s,\"claims\":[\n%s\n]}\n"
                .formatted(
                        quoted(standard),
                        quoted(reading.name()),
                        quoted(at.toString()),
                        claims.stream()
                                .map(each -> "{\"says\":%s,\"query\":%s,\"count\":%d,\"sha256\":%s}"
                                        .formatted(
                                                quoted(each.says()),
                                                quoted(each.query()),
                                                each.count(),
                                                quoted(each.sha256())))
                                .collect(Collectors.joining(",\n")));
    }

    String markdown() {
        return "# Certificate of compliance\n\nNo table breaks %s under %s, as of %s.\n\n| claim | count | SHA-256 |\n|---|---|---|\n%s\n\n%s\n"
                .formatted(
                        standard,
                        reading,
                        at,
                        claims.stream()
                                .map(each -> "| %s | %d | `%s` |".formatted(each.says(), each.count(), each.sha256()))
                                .collect(Collectors.joining("\n")),
                        claims.stream()
                                .map(each -> "## %s\n\n```sql\n%s\n```"
                                        .formatted(each.says(), each.query().strip()))
                                .collect(Collectors.joining("\n\n")));
    }

    private static String quoted(String text) {
        return text.codePoints().mapToObj(Certificate::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            default ->
                point < FIRST_CONTROL_FREE ? String.format(Locale.ROOT, "\\u%04x", point) : Character.toString(point);
        };
    }
}
