package muster.charts;

import java.util.Locale;

/// An SVG drawing under construction: a page of a fixed size in pixels with a title, a description and one style sheet
/// whose colours follow the theme.
final class Drawing {
    /// Of all text, in pixels.
    static final double TEXT = 12;

    /// Of the chart's title.
    static final double TITLE = 16;

    private static final String LIGHT = """
            --paper: #ffffff; --ink: #1b1f24; --soft: #59636e; --line: #d8dee4; --band: #f4f6f8;
            --work: #3b7dd8; --critical: #c2410c; --edge: #7c2d12; --room: #6b8fc0; --gate: #7a4fbf; --mark: #0f766e;
            """;

    private static final String DARK = """
            --paper: #14181d; --ink: #e8ecf1; --soft: #a3adb8; --line: #333b45; --band: #1c2229;
            --work: #5b9bf0; --critical: #f08a4b; --edge: #ffd2b3; --room: #6f93c6; --gate: #b292ee; --mark: #3cc4b4;
            """;

    private static final String RULES = """
            text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: var(--ink); }
            .title { font-size: 16px; font-weight: 600; }
            .phase { font-weight: 600; }
            .soft { fill: var(--soft); }
            .end { text-anchor: end; }
            .paper { fill: var(--paper); }
            .band { fill: var(--band); }
            .grid { stroke: var(--line); stroke-width: 1; }
            .work { fill: var(--work); }
            .critical { fill: var(--critical); stroke: var(--edge); stroke-width: 1.5; }
            .room { stroke: var(--room); stroke-width: 2; stroke-dasharray: 3 2; fill: none; }
            .span { fill: var(--soft); }
            .gate { fill: var(--gate); }
            .mark { fill: var(--mark); stroke: none; }
            .today, .asked { stroke: var(--mark); stroke-width: 2; stroke-dasharray: 6 3; fill: none; }
            .pathline { stroke: var(--critical); stroke-width: 1.5; fill: none; }
            .path { stroke: var(--critical); stroke-width: 2.5; fill: none; }
            .middle { text-anchor: middle; }
            .frame { fill: var(--band); stroke: var(--line); stroke-width: 1; }
            .frame-free { fill: var(--band); }
            .node { fill: var(--paper); stroke: var(--work); stroke-width: 1.5; }
            .gate-node { stroke: var(--gate); }
            .milestone-node, .goal-node { stroke: var(--mark); }
            .joint-node { fill: var(--soft); stroke: none; }
            .phase-node { stroke: var(--soft); }
            .critical-node { stroke: var(--critical); stroke-width: 3; }
            .badge { fill: var(--critical); }
            .on-badge { fill: var(--paper); font-weight: 600; }
            .link { stroke: var(--soft); stroke-width: 1.25; fill: none; }
            .critical-link { stroke: var(--critical); stroke-width: 2.5; }
            .wait { stroke-dasharray: 5 4; }
            .tip { fill: var(--soft); }
            .critical-tip { fill: var(--critical); }

            """;

    private static final double EDGE = 16;

    private final Xml xml = new Xml();
    private final Size size;

    /// @param description what the chart shows, in a sentence or two
    Drawing(Size size, String title, String description, Look look) {
        this.size = size;
        xml.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                number(size.width()),
                "height",
                number(size.height()),
                "viewBox",
                "0 0 " + number(size.width()) + " " + number(size.height()),
                "role",
                "img",
                "aria-labelledby",
                "title desc");
        xml.leaf("title", title, "id", "title").leaf("desc", description, "id", "desc");
        xml.open("style").raw(style(look.theme())).close();
        rectangle("paper", new Box(0, 0, size.width(), size.height()));
    }

    /// In pixels.
    record Size(double width, double height) {}

    /// A rectangle, in pixels from the upper left corner.
    record Box(double x, double y, double width, double height) {}

    /// A point, in pixels from the upper left corner.
    record Spot(double x, double y) {}

    private static String style(Look.Theme theme) {
        return switch (theme) {
            case AUTO ->
                "svg { color-scheme: light dark; " + LIGHT + "}\n@media (prefers-color-scheme: dark) { svg { " + DARK
                        + "} }\n" + RULES;
            case LIGHT -> "svg { color-scheme: light; " + LIGHT + "}\n" + RULES;
            case DARK -> "svg { color-scheme: dark; " + DARK + "}\n" + RULES;
        };
    }

    /// With at most two decimals.
    static String number(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    Drawing text(String classes, Spot at, String content) {
        xml.leaf("text", content, "class", classes, "x", number(at.x()), "y", number(at.y()));
        return this;
    }

    Drawing rectangle(String classes, Box box) {
        xml.empty("rect", rectangleOf(classes, box));
        return this;
    }

    private static Object[] rectangleOf(String classes, Box box) {
        return new Object[] {
            "class",
            classes,
            "x",
            number(box.x()),
            "y",
            number(box.y()),
            "width",
            number(box.width()),
            "height",
            number(box.height()),
            "rx",
            classes.equals("paper") || classes.equals("band") ? "0" : "2"
        };
    }

    /// The title, cut where the drawing ends.
    Drawing title(String content) {
        return text("title", new Spot(EDGE, 26), Texts.cut(content, TITLE, size.width() - 2 * EDGE));
    }

    /// Every second of some rows from `top` on is a band.
    Drawing bands(double top, double row, int count) {
        for (int each = 0; each < count; each += 2) {
            rectangle("band", new Box(0, top + row * each, size.width(), row));
        }
        return this;
    }

    /// The ticks of an axis down to `bottom`, with their labels above `top`.
    Drawing ticks(TimeAxis axis, double top, double bottom) {
        for (var tick : axis.ticks()) {
            line("grid", new Spot(tick.x(), top - 6), new Spot(tick.x(), bottom));
            text("soft", new Spot(tick.x() + 3, top - 8), tick.label());
        }
        return this;
    }

    Drawing line(String classes, Spot from, Spot to) {
        return path(classes, "M" + at(from) + " L" + at(to));
    }

    Drawing path(String classes, String way) {
        xml.empty("path", "class", classes, "d", way);
        return this;
    }

    /// A square that stands on its corner.
    Drawing diamond(String classes, Spot middle, double radius) {
        return path(
                classes,
                "M" + at(middle.x() - radius, middle.y()) + " L" + at(middle.x(), middle.y() - radius) + " L"
                        + at(middle.x() + radius, middle.y()) + " L" + at(middle.x(), middle.y() + radius) + " Z");
    }

    /// What is drawn until [#end] belongs together and is explained by a text that shows when one points at it.
    Drawing group(String explanation) {
        xml.open("g").leaf("title", explanation);
        return this;
    }

    Drawing end() {
        xml.close();
        return this;
    }

    static String at(Spot spot) {
        return at(spot.x(), spot.y());
    }

    static String at(double x, double y) {
        return number(x) + " " + number(y);
    }

    /// The whole document.
    String done() {
        return xml.close().toString();
    }
}
