package muster.report;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import muster.audit.Change.Trend;
import muster.json.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes results as SARIF objects. If one result has a state against the baseline or a suppression, all have one.
record SarifNodes(ReportView view, Map<String, Trend> trends, Map<String, ReportView.Waiver> waivers) {

    SarifNodes(ReportView view) {
        this(
                view,
                view.changes().stream()
                        .collect(Collectors.toMap(
                                ReportView.Change::expectation, ReportView.Change::trend, (one, _) -> one)),
                Indexed.waivers(view));
    }

    ObjectNode result(SarifResult result) {
        var node = ReportJson.object()
                .put("ruleId", result.rule())
                .put("kind", Words.of(result.kind()))
                .put("level", Words.of(result.level()));
        node.putObject("message").put("text", message(result.message()));
        places(node, result);
        node.putObject("partialFingerprints").put("muster/v1", fingerprint(result));
        if (!trends.isEmpty()) {
            node.put("baselineState", state(result.expectation()));
        }
        if (!waivers.isEmpty()) {
            suppressions(node.putArray("suppressions"), result);
        }
        var properties = node.putObject("properties").put("subject", Show.line(result.subject()));
        result.evidence().forEach(properties.putArray("evidence")::add);
        return node;
    }

    private static void places(ObjectNode node, SarifResult result) {
        var places = result.places();
        var locations = node.putArray("locations");
        if (places.isEmpty()) {
            logical(locations, result.subject());
            return;
        }
        physical(locations.addObject(), places.getFirst());
        var related = places.subList(1, places.size());
        if (!related.isEmpty()) {
            var more = node.putArray("relatedLocations");
            related.forEach(place -> physical(more.addObject(), place));
        }
    }

    private static void logical(ArrayNode locations, String name) {
        locations.addObject().putArray("logicalLocations").addObject().put("fullyQualifiedName", Show.line(name));
    }

    private static void physical(ObjectNode location, SarifResult.Spot spot) {
        var physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(spot.file()));
        if (spot.line() != null) {
            physical.putObject("region").put("startLine", spot.line());
        }
    }

    /// A path as a URI reference: all but letters, digits and `-._~/` in percent encoding.
    static String uri(String path) {
        var uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
        for (var unit : path.getBytes(StandardCharsets.UTF_8)) {
            var character = (char) (unit & 0xFF);
            if (character < 0x80 && (Character.isLetterOrDigit(character) || "-._~/".indexOf(character) >= 0)) {
                uri.append(character);
            } else {
                uri.append(String.format(java.util.Locale.ROOT, "%%%02X", (int) character));
            }
        }
        return uri.toString();
    }

    /// Brackets would be links, braces placeholders. Source: SARIF 2.1.0, 3.11.5 and 3.11.6.
    private static String message(String text) {
        return Show.line(text)
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace("{", "{{")
                .replace("}", "}}");
    }

    private static String fingerprint(SarifResult result) {
        return Sha256.of(result.rule() + "\n" + result.subject());
    }

    private String state(@Nullable String expectation) {
        return switch (trends.getOrDefault(Objects.requireNonNullElse(expectation, ""), Trend.UNCHANGED)) {
            case NEW -> "new";
            case UNCHANGED -> "unchanged";
            case FIXED, WORSE, BETTER -> "updated";
        };
    }

    private void suppressions(ArrayNode suppressions, SarifResult result) {
        var waiver = waivers.get(Objects.requireNonNullElse(result.expectation(), ""));
        if (waiver == null || !result.rule().startsWith(SarifRules.EXPECTATION)) {
            return;
        }
        var properties = suppressions
                .addObject()
                .put("kind", "external")
                .put("status", "accepted")
                .put("justification", Show.line(waiver.reason()))
                .putObject("properties");
        properties
                .put("waiver", waiver.id())
                .put("owner", waiver.owner())
                .put("approver", waiver.approver())
                .put("expires", waiver.expires().toString());
    }
}
