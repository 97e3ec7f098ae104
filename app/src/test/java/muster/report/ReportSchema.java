package muster.report;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema of `report.json`, made from the records that it is written from.
final class ReportSchema {
    private final ObjectNode definitions = ReportJson.object();

    private ReportSchema() {}

    static String text() {
        var schema = new ReportSchema();
        var root = ReportJson.object()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Report of a Muster audit");
        schema.object(root, ReportView.class);
        ((ObjectNode) root.get("properties").get("schema")).put("const", ReportView.SCHEMA);
        var sorted = new TreeMap<String, ObjectNode>();
        schema.definitions.properties().forEach(each -> sorted.put(each.getKey(), (ObjectNode) each.getValue()));
        var defs = root.putObject("$defs");
        sorted.forEach(defs::set);
        return ReportJson.text(root);
    }

    private void object(ObjectNode node, Class<?> type) {
        node.put("type", "object").put("additionalProperties", false);
        var required = node.putArray("required");
        var properties = node.putObject("properties");
        for (var part : type.getRecordComponents()) {
            required.add(Words.snake(part.getName()));
            properties.set(Words.snake(part.getName()), part(part));
        }
    }

    private ObjectNode part(RecordComponent part) {
        var type = part.getAnnotatedType();
        var schema = of(type);
        if (!type.isAnnotationPresent(Nullable.class)) {
            return schema;
        }
        var either = ReportJson.object();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    private ObjectNode of(AnnotatedType annotated) {
        var node = ReportJson.object();
        if (annotated instanceof AnnotatedParameterizedType generic) {
            var arguments = generic.getAnnotatedActualTypeArguments();
            return raw(annotated) == List.class
                    ? node.put("type", "array").set("items", of(arguments[0]))
                    : node.put("type", "object").set("additionalProperties", of(arguments[1]));
        }
        var type = raw(annotated);
        if (type.isEnum()) {
            var words = node.putArray("enum");
            for (var constant : type.getEnumConstants()) {
                words.add(ReportJson.MAPPER.valueToTree(constant));
            }
            return node;
        }
        return type.isRecord() ? reference(node, type) : plain(node, type);
    }

    private static Class<?> raw(AnnotatedType annotated) {
        return annotated.getType() instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : (Class<?>) annotated.getType();
    }

    private ObjectNode reference(ObjectNode node, Class<?> type) {
        var name = Words.snake(type.getSimpleName());
        if (!definitions.has(name)) {
            var definition = definitions.putObject(name);
            object(definition, type);
        }
        return node.put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode plain(ObjectNode node, Class<?> type) {
        if (type == Instant.class) {
            return node.put("type", "string").put("format", "date-time");
        }
        if (type == Duration.class) {
            return node.put("type", "string").put("pattern", "^-?PT[0-9HMS.-]+$");
        }
        if (type == BigDecimal.class) {
            return node.put("type", "number");
        }
        if (type == boolean.class) {
            return node.put("type", "boolean");
        }
        return node.put("type", type == String.class ? "string" : "integer");
    }
}
