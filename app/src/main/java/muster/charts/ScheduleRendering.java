package muster.charts;

/// Writes a schedule in a form; the same table and look give the same text.
@FunctionalInterface
public interface ScheduleRendering {

    /// The text; drawings are documents of their own.
    String render(Timetable table, Look look);

    /// A Gantt chart in SVG.
    static ScheduleRendering gantt() {
        return Gantt::draw;
    }

    /// The load of the agents in SVG.
    static ScheduleRendering load() {
        return LoadChart::draw;
    }

    /// The XML of Microsoft Project.
    static ScheduleRendering mspdi() {
        return (table, _) -> Mspdi.write(table);
    }

    /// Comma-separated values, lines end by CR LF.
    static ScheduleRendering csv() {
        return (table, _) -> ScheduleCsv.write(table);
    }

    /// iCalendar, lines end by CR LF.
    static ScheduleRendering ics() {
        return (table, _) -> Icalendar.write(table);
    }

    /// A Gantt chart of Mermaid.
    static ScheduleRendering mermaid() {
        return (table, _) -> MermaidGantt.write(table);
    }
}
