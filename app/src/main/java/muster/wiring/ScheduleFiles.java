package muster.wiring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.charts.Look;
import muster.charts.ScheduleForm;
import muster.charts.ScheduleRendering;
import muster.charts.Timetable;
import muster.schedule.SchedulingResult;
import tools.jackson.databind.json.JsonMapper;

/// The files that hold a schedule in its forms.
public final class ScheduleFiles {
    private ScheduleFiles() {}

    /// Texts by the names of their files, in the order asked for.
    public static Map<String, String> of(
            PlanSchedule planned, SchedulingResult.Scheduled scheduled, List<ScheduleForm> forms, Look look) {
        var table = Timetable.of(planned.plan(), planned.problem(), scheduled);
        Map<String, String> files = new LinkedHashMap<>();
        forms.forEach(form -> files.put(form.file(), rendering(form, planned).render(table, look)));
        return files;
    }

    private static ScheduleRendering rendering(ScheduleForm form, PlanSchedule planned) {
        return switch (form) {
            case JSON -> (_, _) -> json(planned);
            case GANTT -> ScheduleRendering.gantt();
            case LOAD -> ScheduleRendering.load();
            case MSPDI -> ScheduleRendering.mspdi();
            case GRAPH -> ScheduleRendering.graph();
            case FLOWCHART -> ScheduleRendering.flowchart();
            case DOT -> ScheduleRendering.dot();
            case CSV -> ScheduleRendering.csv();
            case ICS -> ScheduleRendering.ics();
            case MERMAID -> ScheduleRendering.mermaid();
        };
    }

    private static String json(PlanSchedule planned) {
        var document = JsonMapper.shared().createObjectNode().put("schema", ScheduleJson.SCHEMA);
        document.setAll(ScheduleJson.fields(planned));
        return document.toPrettyString() + "\n";
    }
}
