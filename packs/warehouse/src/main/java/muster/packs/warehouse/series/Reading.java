package muster.packs.warehouse.series;

import java.util.List;
import muster.packs.warehouse.series.SeriesSource.Column;

/// Expressions for what the cells of a column stand for; NULL where they stand for nothing of the kind. Texts are read
/// in one form only: an engine takes `1_08` for a number and either of two days for `03/04/2025`.
enum Reading {
    /// In UTC; a text or a type without a zone is taken to be in UTC.
    MOMENT {
        @Override
        String of(Column column) {
            return column.type().equals(TEXT)
                    ? text(column, TIME, "CAST(TRY_CAST(%s AS TIMESTAMPTZ) AS TIMESTAMP)")
                    : "CAST(%s AS TIMESTAMP)".formatted(column.as());
        }

        @Override
        boolean takes(String type) {
            return type.equals(TEXT) || type.startsWith("TIMESTAMP") || type.equals("DATE");
        }
    },
    PRICE {
        @Override
        String of(Column column) {
            return column.type().equals(TEXT)
                    ? text(column, NUMBER, "TRY_CAST(%s AS DOUBLE)")
                    : "CAST(%s AS DOUBLE)".formatted(column.as());
        }

        @Override
        boolean takes(String type) {
            return isNumber(type);
        }
    },
    /// To the next whole number; 0 where nothing is said.
    VOLUME {
        @Override
        String of(Column column) {
            var number = column.type().equals(TEXT)
                    ? text(column, NUMBER, "TRY_CAST(%s AS BIGINT)")
                    : "TRY_CAST(%s AS BIGINT)".formatted(column.as());
            return "CASE WHEN coalesce(trim(CAST(%s AS VARCHAR)), '') = '' THEN 0 ELSE %s END"
                    .formatted(column.as(), number);
        }

        @Override
        boolean takes(String type) {
            return isNumber(type);
        }
    };

    private static final String TEXT = "VARCHAR";
    private static final String TIME =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?)?";
    private static final String NUMBER = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?";
    private static final List<String> NUMBERS = List.of(
            TEXT,
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT",
            "FLOAT",
            "DOUBLE");

    abstract String of(Column column);

    /// Whether a column of this type can stand for it.
    abstract boolean takes(String type);

    private static boolean isNumber(String type) {
        return NUMBERS.contains(type) || (type.startsWith("DECIMAL") && !type.endsWith("]"));
    }

    private static String text(Column column, String form, String value) {
        var text = "trim(" + column.as() + ")";
        return "CASE WHEN regexp_full_match(%s, '%s') THEN %s END".formatted(text, form, value.formatted(text));
    }
}
