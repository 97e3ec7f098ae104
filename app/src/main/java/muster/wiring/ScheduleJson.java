package muster.wiring;

import java.util.Collection;
import java.util.Locale;
import muster.schedule.AgentLoad;
import muster.schedule.Breach;
import muster.schedule.Health;
import muster.schedule.Schedule;
import muster.schedule.ScheduleDifference;
import muster.schedule.SchedulingResult;
import muster.schedule.StatedDays;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A schedule as JSON, schema [#SCHEMA]; times are instants of UTC, durations whole seconds.
public final class ScheduleJson {
    /// Name and version of the format.
    public static final String SCHEMA = "muster.schedule/1";

    /// Name and version of what a baseline file holds.
    public static final String BASELINE = "muster.baseline/1";

    private static final JsonMapper JSON = JsonMapper.shared();

    private ScheduleJson() {}

    /// The fields after the schema of a plan's schedule.
    public static ObjectNode fields(PlanSchedule planned) {
        var node = JSON.createObjectNode()
                .put("plan", planned.plan().header().id().value())
                .put("start", planned.problem().start().toString());
        switch (planned.result()) {
            case SchedulingResult.Scheduled scheduled -> scheduled(node, planned, scheduled);
            case SchedulingResult.Impossible(var obstacles) -> {
                var list = node.put("possible", false).putArray("obstacles");
                obstacles.forEach(obstacle -> list.add(WaitWords.of(obstacle)));
            }
        }
        var health = node.putArray("health");
        planned.health().forEach(check -> health(health.addObject(), check));
        return node;
    }

    private static void scheduled(ObjectNode node, PlanSchedule planned, SchedulingResult.Scheduled scheduled) {
        var schedule = scheduled.schedule();
        node.put("possible", true)
                .put("finish", schedule.finish().toString())
                .put("makespan", schedule.makespan().toSeconds())
                .put("bound", scheduled.network().finish().toString())
                .put("proven", schedule.finish().equals(scheduled.network().finish()))
                .put("gap", scheduled.gap());
        texts(node.putArray("critical_path"), schedule.criticalPath());
        texts(node.putArray("critical_by_logic"), scheduled.network().critical());
        var breaches = node.putArray("breaches");
        scheduled.breaches().forEach(breach -> breach(breaches.addObject(), breach));
        node.putPOJO("slots", new SlotsJson(planned.plan(), scheduled));
        var loads = node.putArray("load");
        AgentLoad.of(planned.problem(), schedule).forEach(load -> load(loads.addObject(), load));
        var days = node.putArray("stated_days");
        StatedDays.of(planned.plan(), planned.problem(), schedule)
                .forEach(finding -> finding(days.addObject(), finding));
    }

    private static void finding(ObjectNode node, StatedDays.Finding finding) {
        node.put("rule", finding.rule().name().toLowerCase(Locale.ROOT))
                .put("first", finding.days().first())
                .put("last", finding.days().last())
                .put("words", finding.words());
        texts(node.putArray("tasks"), finding.tasks());
    }

    private static void breach(ObjectNode node, Breach breach) {
        node.put("id", breach.item().value())
                .put("asked", WaitWords.words(breach.asked()))
                .put("due", breach.due().toString())
                .put("actual", breach.actual().toString())
                .put("late", breach.late().toSeconds())
                .put("proven", breach.proof() == Breach.Proof.PROVEN);
    }

    private static void load(ObjectNode node, AgentLoad load) {
        node.put("agent", load.agent().value())
                .put("items", load.items())
                .put("work", load.work().toSeconds());
        var days = node.putObject("days");
        load.days().forEach((day, work) -> days.put(day.toString(), work.toSeconds()));
    }

    private static void health(ObjectNode node, Health.Check check) {
        node.put("check", check.name())
                .put("says", check.says())
                .put("count", check.count())
                .put("of", check.of())
                .put("limit", check.limit())
                .put("holds", check.holds())
                .put("source", check.source());
        texts(node.putArray("items"), check.items());
    }

    /// The fields of a difference.
    public static ObjectNode fields(ScheduleDifference difference) {
        var node =
                JSON.createObjectNode().put("finish_delta", difference.finish().toSeconds());
        var moved = node.putArray("moved");
        for (var move : difference.moved()) {
            moved.addObject()
                    .put("id", move.item().value())
                    .put("start", move.start().toString())
                    .put("new_start", move.newStart().toString())
                    .put("finish", move.finish().toString())
                    .put("new_finish", move.newFinish().toString())
                    .put("variance", move.variance().toSeconds());
        }
        texts(node.putArray("added"), difference.added());
        texts(node.putArray("dropped"), difference.dropped());
        texts(node.putArray("now_critical"), difference.nowCritical());
        texts(node.putArray("no_longer_critical"), difference.noLongerCritical());
        return node;
    }

    /// What is kept of a schedule to compare later ones with.
    public static ObjectNode baseline(Schedule schedule) {
        var node = JSON.createObjectNode()
                .put("schema", BASELINE)
                .put("start", schedule.start().toString())
                .put("finish", schedule.finish().toString());
        texts(node.putArray("critical_path"), schedule.criticalPath());
        var slots = node.putArray("slots");
        for (var slot : schedule.slots()) {
            var each = slots.addObject()
                    .put("id", slot.item().value())
                    .put("start", slot.start().toString())
                    .put("finish", slot.finish().toString())
                    .put("mode", slot.mode());
            texts(each.putArray("owners"), slot.owners());
        }
        return node;
    }

    private static void texts(ArrayNode array, Collection<?> values) {
        values.forEach(value -> array.add(value.toString()));
    }
}
