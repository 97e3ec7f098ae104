package muster.packs.warehouse.features;

import java.util.List;

/// What the clock says: `tmp`. Sessions in hours of UTC, as exchanges open in winter: Asia 0 to 9, Europe 7 to 16,
/// America 13 to 22.
final class Calendar {

    private static final String LENGTH =
            "CASE WHEN month IN (4, 6, 9, 11) THEN 30 WHEN month <> 2 THEN 31 WHEN mod(year_of_time, 4) = 0 AND (mod(year_of_time, 100) <> 0 OR mod(year_of_time, 400) = 0) THEN 29 ELSE 28 END";

    private Calendar() {}

    static Sheet tmp(Series series) {
        var sheet = new Sheet(series.from(), List.of());
        part(sheet, "hour_of_day", "hour");
        part(sheet, "day_of_week", "isodow");
        part(sheet, "day_of_month", "day");
        part(sheet, "week_of_year", "week");
        part(sheet, "month", "month");
        part(sheet, "quarter", "quarter");
        sheet.let("year_of_time", "CAST(extract(year FROM %s) AS INTEGER)".formatted(Sheet.KEY))
                .next();
        circle(sheet, "hour", "hour_of_day", 24);
        circle(sheet, "day", "day_of_week", 7);
        circle(sheet, "month", "month", 12);
        session(sheet, "is_asian_session", 0, 9);
        session(sheet, "is_european_session", 7, 16);
        session(sheet, "is_american_session", 13, 22);
        session(sheet, "is_asian_european_overlap", 7, 9);
        session(sheet, "is_european_american_overlap", 13, 16);
        return sheet.put("is_weekend", Series.flag("day_of_week >= 6"))
                .put("is_monday", Series.flag("day_of_week = 1"))
                .put("is_friday", Series.flag("day_of_week = 5"))
                .put("is_month_start", Series.flag("day_of_month = 1"))
                .put("is_month_end", Series.flag("day_of_month = " + LENGTH))
                .put(
                        "trading_session",
                        "CASE WHEN hour_of_day >= 13 AND hour_of_day < 22 THEN 'american' WHEN hour_of_day >= 7 AND hour_of_day < 13 THEN 'european' WHEN hour_of_day < 7 THEN 'asian' ELSE 'none' END");
    }

    private static void part(Sheet sheet, String name, String field) {
        sheet.put(name, "CAST(extract(%s FROM %s) AS INTEGER)".formatted(field, Sheet.KEY));
    }

    private static void circle(Sheet sheet, String name, String value, int length) {
        sheet.put(name + "_sin", "sin(2 * pi() * %s / %d)".formatted(value, length))
                .put(name + "_cos", "cos(2 * pi() * %s / %d)".formatted(value, length));
    }

    private static void session(Sheet sheet, String name, int from, int until) {
        sheet.put(name, "CASE WHEN hour_of_day >= %d AND hour_of_day < %d THEN 1 ELSE 0 END".formatted(from, until));
    }
}
