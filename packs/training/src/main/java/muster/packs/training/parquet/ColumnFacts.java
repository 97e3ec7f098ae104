package muster.packs.training.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;
import org.jspecify.annotations.Nullable;

/// What a footer says of one column.
///
/// @param type as SQL calls it; as the format does where SQL has no word for it
/// @param nulls how many values are NULL; null if the writer did not count
/// @param least smallest number; null if the writer did not say, or the column has no numbers
/// @param greatest greatest number, likewise
public record ColumnFacts(
        String name,
        String type,
        @Nullable Long nulls,
        @Nullable Double least,
        @Nullable Double greatest) {
    private static final Map<String, String> SQL_TYPES =
            Map.of("INT32", "INTEGER", "INT64", "BIGINT", "INT96", "TIMESTAMP");

    static ColumnFacts of(SchemaElement element, List<ColumnMetaData> chunks) {
        var statistics = chunks.stream().map(ColumnMetaData::getStatistics).toList();
        var counted = statistics.stream().allMatch(each -> each != null && each.isSetNull_count());
        var bounds = statistics.stream()
                .filter(Objects::nonNull)
                .flatMap(each -> Stream.of(each.getMin_value(), each.getMax_value()))
                .filter(Objects::nonNull)
                .map(bytes -> number(physical(element), bytes))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        return new ColumnFacts(
                Objects.requireNonNull(element.getName()),
                type(element),
                counted
                        ? statistics.stream()
                                .mapToLong(Statistics::getNull_count)
                                .sum()
                        : null,
                bounds.getCount() == 0 ? null : bounds.getMin(),
                bounds.getCount() == 0 ? null : bounds.getMax());
    }

    private static String type(SchemaElement element) {
        var logical = element.getLogicalType();
        var converted = element.getConverted_type();
        var physical = physical(element).name();
        var meaning = converted == null ? "" : converted.name();
        if (logical != null) {
            meaning = logical.getSetField().getFieldName();
        }
        if (logical != null
                && logical.isSetTIMESTAMP()
                && logical.getTIMESTAMP().isIsAdjustedToUTC()) {
            return "TIMESTAMP WITH TIME ZONE";
        }
        return switch (meaning) {
            case "" -> SQL_TYPES.getOrDefault(physical, physical);
            case "STRING", "UTF8" -> "VARCHAR";
            case "TIMESTAMP", "TIMESTAMP_MICROS", "TIMESTAMP_MILLIS" -> "TIMESTAMP";
            case "INTEGER", "INT_64" -> physical.equals("INT64") ? "BIGINT" : "INTEGER";
            case String other -> other;
        };
    }

    private static Type physical(SchemaElement element) {
        return Objects.requireNonNull(element.getType());
    }

    /// Null of a type that has no number, and of bytes that are too few for it.
    private static @Nullable Double number(Type type, byte[] bytes) {
        int width = switch (type) {
            case INT32, FLOAT -> Integer.BYTES;
            case INT64, DOUBLE -> Long.BYTES;
            case BOOLEAN -> 1;
            case INT96, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> 0;
        };
        if (bytes.length < width) {
            return null;
        }
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return switch (type) {
            case INT32 -> (double) buffer.getInt();
            case INT64 -> (double) buffer.getLong();
            case FLOAT -> (double) buffer.getFloat();
            case DOUBLE -> buffer.getDouble();
            case BOOLEAN -> (double) buffer.get();
            case INT96, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> null;
        };
    }
}
