package muster.report;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reads a stored `report.json`, so that it can be rendered without auditing again.
public final class ReportReader {
    private ReportReader() {}

    /// The report, or where the text is not one.
    ///
    /// @param file as the user gave it, for problems
    public static Parsed<ReportView> read(String file, String json) {
        try {
            @Nullable ReportView view = ReportJson.MAPPER.readValue(json, ReportView.class);
            if (view == null) {
                return failed(new Location(file, 1, 1), "expected a report, got null");
            }
            var missing = missing(view, "").findFirst();
            return missing.isPresent()
                    ? failed(new Location(file, 1, 1), missing.get() + " must not be null")
                    : new Parsed.Ok<>(view);
        } catch (JacksonException e) {
            return failed(location(file, e), says(e));
        }
    }

    private static Parsed<ReportView> failed(Location at, String message) {
        return new Parsed.Failed<>(List.of(new Problem(
                at, message, "Maybe it was written by another version: this one reads " + ReportView.SCHEMA)));
    }

    private static Location location(String file, JacksonException e) {
        var at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? new Location(file, 1, 1)
                : new Location(file, at.getLineNr(), Math.max(1, at.getColumnNr()));
    }

    /// The library's words without its own names, and the path to the value.
    private static String says(JacksonException e) {
        var words = e.getOriginalMessage()
                .replaceFirst("Missing creator property '(\\w+)'.*", "missing key '$1'")
                .replaceFirst("Unrecognized property \"(.*?)\" \\(class.*", "unknown key '$1'")
                .replaceFirst("^Cannot construct instance of .*problem: ", "")
                .replaceAll("\\b(?:[a-z]+\\.)+(?=[A-Z])", "");
        var path = e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return Visible.line(words) + (path.isEmpty() ? "" : " (at " + Visible.line(path.substring(1)) + ")");
    }

    /// Paths of values that are null although the format does not allow it.
    private static Stream<String> missing(Object value, String path) {
        return switch (value) {
            case List<?> list ->
                IntStream.range(0, list.size()).boxed().flatMap(i -> missing(list.get(i), path + "[" + i + "]"));
            case Record row ->
                Stream.of(row.getClass().getRecordComponents()).flatMap(part -> missing(row, part, path));
            default -> Stream.empty();
        };
    }

    private static Stream<String> missing(Record row, RecordComponent part, String path) {
        var name = (path.isEmpty() ? "" : path + ".") + Words.snake(part.getName());
        var value = value(row, part);
        if (value.isPresent()) {
            return missing(value.get(), name);
        }
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class) ? Stream.empty() : Stream.of(name);
    }

    private static Optional<Object> value(Record row, RecordComponent part) {
        try {
            return Optional.ofNullable(part.getAccessor().invoke(row));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a component of a public record can be read", e);
        }
    }
}
