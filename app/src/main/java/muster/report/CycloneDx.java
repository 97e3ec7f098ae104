package muster.report;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The declared dependencies as a CycloneDX 1.6 bill of materials. Its serial number is made from the report, so that
/// the same report has the same one.
final class CycloneDx {
    private CycloneDx() {}

    static String write(ReportView view) {
        var root = ReportJson.object()
                .put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json")
                .put("bomFormat", "CycloneDX")
                .put("specVersion", "1.6")
                .put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(identity(view)))
                .put("version", 1);
        root.set("metadata", metadata(view));
        var components = root.putArray("components");
        for (var i = 0; i < view.components().size(); i++) {
            components.add(component(view.components().get(i), i + 1));
        }
        var vulnerabilities = root.putArray("vulnerabilities");
        for (var i = 0; i < view.components().size(); i++) {
            var component = view.components().get(i);
            var reference = reference(component, i + 1);
            component.vulnerabilities().forEach(known -> vulnerabilities.add(vulnerability(known, reference)));
        }
        return ReportJson.text(root);
    }

    private static byte[] identity(ReportView view) {
        return (view.at() + "\n" + view.path() + "\n" + view.components()).getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode metadata(ReportView view) {
        var plan = view.plan();
        var node = ReportJson.object().put("timestamp", view.at().toString());
        node.putObject("tools")
                .putArray("components")
                .addObject()
                .put("type", "application")
                .put("name", view.tool().name())
                .put("version", view.tool().version());
        node.putObject("component")
                .put("type", "application")
                .put("bom-ref", "audited")
                .put("name", Show.line(plan == null ? view.path() : plan.title()));
        var properties = node.putArray("properties");
        property(properties, "muster:decision", view.decision().word());
        property(properties, "muster:complete", String.valueOf(view.complete().whole()));
        return node;
    }

    private static ObjectNode component(Component component, int number) {
        var node = ReportJson.object()
                .put("type", "library")
                .put("bom-ref", reference(component, number))
                .put("name", Show.line(component.name()));
        put(node, "version", component.version());
        put(node, "purl", component.purl());
        var properties = node.putArray("properties");
        property(properties, "muster:ecosystem", component.ecosystem());
        property(properties, "muster:range", component.range());
        property(properties, "muster:place", component.place());
        return node;
    }

    private static String reference(Component component, int number) {
        return number + "-" + Show.line(component.name());
    }

    private static ObjectNode vulnerability(Component.Known known, String reference) {
        var node = ReportJson.object().put("id", Show.line(known.id()));
        node.putObject("source")
                .put("name", "OSV")
                .put("url", "https://osv.dev/vulnerability/" + Show.line(known.id()));
        var references = node.putArray("references");
        known.aliases()
                .forEach(alias -> references
                        .addObject()
                        .put("id", Show.line(alias))
                        .putObject("source")
                        .put("name", "OSV"));
        node.putArray("ratings").addObject().put("severity", rating(known.rated()));
        put(node, "description", known.summary());
        put(node, "recommendation", known.fixed() == null ? null : "update to " + known.fixed());
        node.putArray("affects").addObject().put("ref", reference);
        return node;
    }

    /// Source: CycloneDX 1.6, `severity`.
    private static String rating(String severity) {
        return switch (severity) {
            case "CRITICAL" -> "critical";
            case "HIGH" -> "high";
            case "MODERATE", "MEDIUM" -> "medium";
            case "LOW" -> "low";
            default -> "unknown";
        };
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, Show.line(value));
        }
    }

    private static void property(ArrayNode properties, String name, String value) {
        properties.addObject().put("name", name).put("value", Show.line(value));
    }
}
