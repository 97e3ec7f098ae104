package muster.charts;

import java.util.Locale;

/// The forms in which a schedule is written, and the files that hold them.
public enum ScheduleForm {
    JSON("schedule.json"),
    GANTT("gantt.svg"),
    LOAD("load.svg"),
    GRAPH("graph.svg"),
    CSV("schedule.csv"),
    ICS("schedule.ics"),
    MERMAID("schedule.mmd"),
    FLOWCHART("graph.mmd"),
    DOT("graph.dot"),
    MSPDI("schedule.mspdi.xml");

    private final String file;

    ScheduleForm(String file) {
        this.file = file;
    }

    /// Name of the file.
    public String file() {
        return file;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
