package muster.packs.bigquery;

import com.google.cloud.bigquery.Field;
import com.google.cloud.bigquery.FieldValue;
import com.google.cloud.bigquery.StandardSQLTypeName;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/// Values as texts; a TIMESTAMP as date and time of day in UTC, as the other engines write it.
final class Values {
    private static final int MICROS = 6;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, MICROS, true)
            .toFormatter(java.util.Locale.ROOT);

    private Values() {}

    static String text(FieldValue value, Field field) {
        return field.getType().getStandardType() == StandardSQLTypeName.TIMESTAMP
                ? TIME.format(LocalDateTime.ofInstant(value.getTimestampInstant(), ZoneOffset.UTC))
                : String.valueOf(value.getValue());
    }
}
