package muster.charts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import muster.charts.Drawing.Box;
import muster.charts.Drawing.Size;
import muster.charts.Drawing.Spot;
import muster.charts.Timetable.Bar;
import muster.charts.Timetable.Kind;
import muster.charts.Timetable.Lane;
import muster.plan.TaskId;
import muster.report.Show;
import org.jspecify.annotations.Nullable;

/// A schedule as a Gantt chart: one row per phase and item, or per phase if there are more than [#MOST_ITEMS] items.
final class Gantt {
    /// More rows than these nobody reads; issue: legible to 500 tasks.
    static final int MOST_ITEMS = 500;

    private static final double ROW = 22;
    private static final double BAR = 12;
    private static final double EDGE = 16;
    private static final double HEAD = 64;
    private static final double FOOT = 44;
    private static final double NAMES = 300;
    private static final double OWNERS = 130;
    private static final double CHART = 820;
    private static final double LEAST_BAR = 3;
    private static final double RADIUS = 6;
    private static final double WIDTH = EDGE + NAMES + OWNERS + CHART + 4 * EDGE;
    private static final double LEFT = EDGE + NAMES + OWNERS;

    private final Timetable table;
    private final Look look;
    private final TimeAxis axis;
    private final List<Row> rows = new ArrayList<>();
    private final Map<TaskId, Integer> rowOf = new HashMap<>();
    private final double bottom;
    private final Drawing drawing;

    /// A phase, or an item of the phase.
    private record Row(Lane lane, @Nullable Bar bar) {}

    private Gantt(Timetable table, Look look) {
        this.table = table;
        this.look = look;
        var head = table.head();
        axis = TimeAxis.of(head.start(), last(table), LEFT, CHART);
        boolean collapsed = table.bars().size() > MOST_ITEMS;
        for (var lane : table.lanes()) {
            rows.add(new Row(lane, null));
            (collapsed ? List.<Bar>of() : lane.bars()).forEach(bar -> {
                rowOf.put(bar.id(), rows.size());
                rows.add(new Row(lane, bar));
            });
        }
        bottom = HEAD + ROW * rows.size();
        drawing = new Drawing(new Size(WIDTH, bottom + FOOT), head.title(), description(collapsed), look);
    }

    static String draw(Timetable table, Look look) {
        return new Gantt(table, look).drawn();
    }

    private static Instant last(Timetable table) {
        var finish = table.head().finish();
        return table.bars().stream().map(Bar::latest).reduce(finish, (a, b) -> a.isAfter(b) ? a : b);
    }

    private String description(boolean collapsed) {
        var critical = table.bars().stream().filter(table::isCritical).count();
        return "Gantt chart of " + Words.count(table.bars().size(), "item") + " in "
                + Words.count(table.lanes().size(), "phase") + ", from "
                + table.head().start() + " to "
                + table.head().finish() + "; " + critical + " critical."
                + (collapsed ? " Phases stand for their items." : "");
    }

    private String drawn() {
        drawing.title(table.head().title()).bands(HEAD, ROW, rows.size()).ticks(axis, HEAD, bottom);
        for (int row = 0; row < rows.size(); row++) {
            row(rows.get(row), HEAD + ROW * row);
        }
        path();
        today();
        legend();
        return drawing.done();
    }

    private void row(Row row, double top) {
        var bar = row.bar();
        if (bar == null) {
            phase(row.lane(), top);
        } else {
            item(bar, top);
        }
    }

    private void phase(Lane lane, double top) {
        var critical = lane.bars().stream().filter(table::isCritical).count();
        drawing.group(lane.title() + ": " + Words.count(lane.bars().size(), "item") + ", " + critical + " critical, "
                + lane.start() + " to " + lane.finish());
        drawing.text("phase", base(EDGE, top), Texts.cut(lane.title(), Drawing.TEXT * 1.08, NAMES - EDGE));
        drawing.text("soft", base(EDGE + NAMES, top), Words.count(lane.bars().size(), "item"));
        double from = axis.x(lane.start());
        double to = Math.max(from + LEAST_BAR, axis.x(lane.finish()));
        drawing.rectangle("span", new Box(from, top + 8, to - from, 5));
        drawing.end();
    }

    private void item(Bar bar, double top) {
        drawing.group(Words.of(table, bar));
        drawing.text("name", base(2 * EDGE, top), Texts.cut(bar.title(), Drawing.TEXT, NAMES - 2 * EDGE));
        drawing.text("soft", base(EDGE + NAMES, top), Texts.cut(table.owners(bar), Drawing.TEXT, OWNERS - EDGE));
        if (bar.kind() == Kind.WORK && bar.finish().isAfter(bar.start())) {
            work(bar, top);
        } else {
            var classes = table.isCritical(bar) ? "critical" : bar.kind() == Kind.GATE ? "gate" : "work";
            mark(bar.kind(), classes, new Spot(axis.x(bar.finish()), top + ROW / 2));
        }
        deadline(bar, top);
        drawing.end();
    }

    /// Gates are bars that stand upright, milestones diamonds.
    private void mark(Kind kind, String classes, Spot at) {
        if (kind == Kind.GATE) {
            drawing.rectangle(classes, new Box(at.x() - 3, at.y() - RADIUS - 1, 6, 2 * RADIUS + 2));
        } else {
            drawing.diamond(classes, at, RADIUS);
        }
    }

    private void work(Bar bar, double top) {
        double from = axis.x(bar.start());
        double to = Math.max(from + LEAST_BAR, axis.x(bar.finish()));
        double latest = axis.x(bar.latest());
        if (latest > to) {
            drawing.line("room", new Spot(to, top + ROW / 2), new Spot(latest, top + ROW / 2));
            drawing.line("room", new Spot(latest, top + 7), new Spot(latest, top + ROW - 7));
        }
        drawing.rectangle(
                table.isCritical(bar) ? "critical" : "work", new Box(from, top + (ROW - BAR) / 2, to - from, BAR));
    }

    private void deadline(Bar bar, double top) {
        var task = bar.task();
        var at = task == null ? null : task.timing().deadline();
        if (at != null && axis.shows(at)) {
            double x = axis.x(at);
            drawing.path(
                    "mark",
                    "M" + Drawing.at(x - 5, top + 3) + " L" + Drawing.at(x + 5, top + 3) + " L"
                            + Drawing.at(x, top + 11) + " Z");
        }
    }

    private static Spot base(double x, double top) {
        return new Spot(x, top + 15);
    }

    /// The critical path as elbows from the end of an item to the start of the next.
    private void path() {
        var bars = new HashMap<TaskId, Bar>();
        table.bars().forEach(bar -> bars.put(bar.id(), bar));
        var path = table.head().path().stream().filter(rowOf::containsKey).toList();
        for (int i = 1; i < path.size(); i++) {
            var from = Objects.requireNonNull(bars.get(path.get(i - 1)));
            var to = Objects.requireNonNull(bars.get(path.get(i)));
            elbow(new Spot(axis.x(from.finish()), middle(from)), new Spot(axis.x(to.start()), middle(to)));
        }
    }

    private double middle(Bar bar) {
        return HEAD + ROW * rowOf.getOrDefault(bar.id(), 0) + ROW / 2;
    }

    private void elbow(Spot from, Spot to) {
        double down = Math.signum(to.y() - from.y());
        double x = Math.max(from.x(), to.x());
        drawing.path(
                "pathline",
                "M" + Drawing.at(from) + " H" + Drawing.number(x) + " V"
                        + Drawing.number(to.y() - down * (BAR / 2 + 1)));
    }

    private void today() {
        var today = look.today();
        if (today != null && axis.shows(today)) {
            double x = axis.x(today);
            drawing.group("Today, " + today)
                    .line("today", new Spot(x, HEAD - 6), new Spot(x, bottom))
                    .end();
        }
    }

    private void legend() {
        double y = bottom + 22;
        double x = EDGE;
        for (var entry : List.of("work", "critical", "room", "milestone", "gate", "deadline")) {
            sign(entry, new Spot(x, y));
            drawing.text("soft", new Spot(x + 32, y + 4), entry.equals("room") ? "slack" : entry);
            x += 120;
        }
        drawing.text(
                "soft",
                new Spot(x, y + 4),
                Show.line("times in UTC" + (look.today() == null ? "" : "; dashed line: today")));
    }

    private void sign(String entry, Spot at) {
        switch (entry) {
            case "room" -> drawing.line("room", at, new Spot(at.x() + 24, at.y()));
            case "milestone" -> drawing.diamond("work", new Spot(at.x() + 12, at.y()), RADIUS);
            case "gate" -> mark(Kind.GATE, "gate", new Spot(at.x() + 12, at.y()));
            case "deadline" ->
                drawing.path(
                        "mark",
                        "M" + Drawing.at(at.x() + 7, at.y() - 4) + " L" + Drawing.at(at.x() + 17, at.y() - 4) + " L"
                                + Drawing.at(at.x() + 12, at.y() + 4) + " Z");
            default -> drawing.rectangle(entry, new Box(at.x(), at.y() - BAR / 2, 24, BAR));
        }
    }
}
