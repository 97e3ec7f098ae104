package muster.wiring;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import muster.charts.ForecastCharts;
import muster.charts.Look;

/// The drawings of a simulation.
public final class SimulationFiles {
    private SimulationFiles() {}

    /// Texts by the names of their files.
    public static Map<String, String> of(PlanSimulation.Done done, Look look) {
        var plan = done.plan();
        Map<String, String> titles = new HashMap<>();
        plan.tasks().forEach(task -> titles.put(task.id().value(), task.title()));
        plan.risks().forEach(risk -> titles.put(risk.id().value(), risk.title()));
        plan.coordination().gates().forEach(gate -> {
            titles.put(gate.id().value(), gate.title());
            titles.put(gate.id().amongTasks().value(), gate.title());
        });
        var charts = new ForecastCharts(plan.header().title(), done.finish(), look);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("s-curve.svg", charts.curve());
        files.put("tornado.svg", charts.tornado(titles));
        return files;
    }
}
