package muster.packs.warehouse.series;

import java.util.List;
import muster.packs.warehouse.sql.Sql;

/// The columns of a series: `interval_time, pair, open_idx, high_idx, low_idx, close_idx, volume_idx`.
public final class SeriesColumns {
    static final String KEY = "interval_time";
    static final List<String> PRICES = List.of("open", "high", "low", "close");
    static final String VOLUME = "volume";

    private SeriesColumns() {}

    static String create(String table) {
        return "CREATE TABLE %s (%s TIMESTAMP NOT NULL, pair VARCHAR, %s_idx DOUBLE PRECISION, volume_idx BIGINT)"
                .formatted(Sql.identifier(table), KEY, String.join("_idx DOUBLE PRECISION, ", PRICES));
    }

    /// A literal that every engine reads as a floating-point number, which an exponent makes sure of.
    static String number(double value) {
        var digits = Double.toString(value);
        return digits.indexOf('E') < 0 ? digits + "e0" : digits;
    }
}
