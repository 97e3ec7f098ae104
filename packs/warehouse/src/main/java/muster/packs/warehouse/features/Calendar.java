package muster.packs.warehouse.features;

import java.util.List;

/// What the clock says: `tmp`. Sessions in hours of UTC, as exchanges open in winter: Asia 0 to 9, Europe 7 to 16,
/// America
/// 13 to 22.
final class Calendar {

    private Calendar() {}

    static Sheet tmp(Series series) {
        var sheet = new Sheet(series.from(), List.of());
        part(sheet, "hour_of_day", "hour");
        part(sheet, "day_of_week", "isodow");
        part(sheet, "day_of_month", "day");
        part(sheet, "week_of_year", "week");
        part(sheet, "month", "month");
        part(sheet, "quarter", "quarter");
        sheet.next();
        circle(sheet, "hour", "hour_of_day", 24);
        circle(sheet, "day", "day_of_week", 7);
        circle(sheet, "month", "month", 12);
        session(sheet, "is_asian_session", 0, 9);
        session(sheet, "is_european_session", 7, 16);
        session(sheet, "is_american_session", 13, 22);
        session(sheet, "is_asian_european_overlap", 7, 9);
        session(sheet, "is_european_american_overlap", 13, 16);
        return sheet.put("is_weekend", "CASE WHEN day_of_week >= 6 THEN 1 ELSE 0 END");
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
