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

    /// The dependency graph in SVG.
    static ScheduleRendering graph() {
        return (table, look) -> GraphDrawing.draw(ScheduleGraph.of(table), look);
    }

    /// The dependency graph as a flowchart of Mermaid.
    static ScheduleRendering flowchart() {
        return (table, _) -> MermaidFlowchart.write(table);
    }

    /// The dependency graph in DOT, the language of Graphviz.
    static ScheduleRendering dot() {
        return (table, _) -> Dot.write(ScheduleGraph.of(table));
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
