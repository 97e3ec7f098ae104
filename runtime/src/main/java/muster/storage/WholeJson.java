package muster.storage;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import muster.plan.AgentId;
import muster.plan.GateId;
import muster.plan.PhaseId;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.run.Course;
import muster.run.GateState;
import muster.run.Hold;
import muster.run.LoopState;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.RunState;
import muster.run.Spending;
import muster.run.Step;

/// What a snapshot says of a run beside its steps and facts, as JSON, both ways.
final class WholeJson {
    private WholeJson() {}

    static JsonOut out(RunState state) {
        var plan = state.plan();
        var claims = state.claims();
        var course = state.course();
        return JsonOut.empty()
                .put("gates", plan.gates().stream().map(PlanJson::gate).toList())
                .put("team", plan.team().stream().map(TermsJson::agent).toList())
                .put("loops", plan.loops().stream().map(LoopJson::loop).toList())
                .put("budgets", plan.budgets().stream().map(BudgetJson::budget).toList())
                .put("gateStates", each(state.gates(), WholeJson::gate))
                .put("holds", each(claims.holds(), ClaimJson::hold))
                .put("lapsed", each(claims.lapsed(), ClaimJson::hold))
                .put("seen", claims.seen())
                .put("losses", counts(claims.losses()))
                .put("parts", counts(claims.parts()))
                .put("rounds", each(course.loops(), WholeJson::loop))
                .put("spending", each(course.budgets(), WholeJson::spending))
                .put(
                        "revisions",
                        course.revisions().stream().map(WholeJson::revision).toList());
    }

    private static <K, V> SortedMap<String, JsonOut> each(SortedMap<K, V> map, Function<V, JsonOut> value) {
        var all = new TreeMap<String, JsonOut>();
        map.forEach((key, each) -> all.put(key.toString(), value.apply(each)));
        return all;
    }

    static RunPlan plan(RunId run, List<Step> steps, JsonIn in) {
        return new RunPlan(
                run,
                steps,
                in.objects("gates").stream().map(PlanJson::gate).toList(),
                in.objects("team").stream().map(TermsJson::agent).toList(),
                in.objects("loops").stream().map(LoopJson::loop).toList(),
                in.objects("budgets").stream().map(BudgetJson::budget).toList());
    }

    static SortedMap<GateId, GateState> gates(JsonIn in) {
        return in.objects("gateStates", GateId::new, WholeJson::gate);
    }

    static SortedMap<TaskId, Hold> holds(JsonIn in, String key) {
        return in.objects(key, TaskId::new, ClaimJson::hold);
    }

    private static SortedMap<String, String> counts(SortedMap<TaskId, Integer> counts) {
        var texts = new TreeMap<String, String>();
        counts.forEach((task, times) -> texts.put(task.value(), times.toString()));
        return texts;
    }

    static SortedMap<TaskId, Integer> counts(JsonIn in, String key) {
        return in.map(key, TaskId::new, Integer::valueOf);
    }

    static SortedMap<AgentId, Instant> seen(JsonIn in) {
        return in.map("seen", AgentId::new, Instant::parse);
    }

    static Course course(JsonIn in) {
        return new Course(
                in.objects("rounds", PhaseId::new, WholeJson::loop),
                in.objects("spending", ResourceId::new, WholeJson::spending),
                in.objects("revisions").stream().map(WholeJson::revision).toList());
    }

    private static JsonOut gate(GateState gate) {
        return switch (gate) {
            case GateState.Closed _ -> JsonOut.empty().put("is", "closed");
            case GateState.Open(var by) -> JsonOut.empty().put("is", "open").put("by", by);
            case GateState.Passed _ -> JsonOut.empty().put("is", "passed");
            case GateState.Rejected(var by, var reason) ->
                JsonOut.empty().put("is", "rejected").put("by", by).put("reason", reason);
        };
    }

    private static GateState gate(JsonIn in) {
        return switch (in.text("is")) {
            case "closed" -> new GateState.Closed();
            case "open" -> new GateState.Open(in.set("by", AgentId::new));
            case "passed" -> new GateState.Passed();
            case "rejected" -> new GateState.Rejected(new AgentId(in.text("by")), in.text("reason"));
            default -> throw new UnreadableEntry("unknown state of a gate '" + in.text("is") + "'");
        };
    }

    private static JsonOut loop(LoopState loop) {
        return JsonOut.empty()
                .put("round", loop.round())
                .put("standing", loop.standing())
                .put(
                        "rounds",
                        loop.rounds().stream()
                                .map(round -> JsonOut.empty()
                                        .put("number", round.number())
                                        .put("changed", round.changed()))
                                .toList())
                .put("results", loop.results());
    }

    private static LoopState loop(JsonIn in) {
        return new LoopState(
                Math.toIntExact(in.number("round")),
                in.constant("standing", LoopState.Standing.class),
                in.objects("rounds").stream()
                        .map(each -> new LoopState.Round(Math.toIntExact(each.number("number")), each.texts("changed")))
                        .toList(),
                in.nested("results", TaskId::new));
    }

    private static JsonOut spending(Spending spending) {
        return JsonOut.empty()
                .put("spent", spending.spent())
                .put("granted", spending.granted())
                .put("alarm", spending.alarm());
    }

    private static Spending spending(JsonIn in) {
        return new Spending(in.decimal("spent"), in.decimal("granted"), in.constant("alarm", Spending.Alarm.class));
    }

    private static JsonOut revision(Course.Revision revision) {
        return JsonOut.empty()
                .put("version", revision.version())
                .put("digest", revision.digest())
                .put("by", revision.by())
                .put("reason", revision.reason())
                .put("changes", revision.changes());
    }

    private static Course.Revision revision(JsonIn in) {
        return new Course.Revision(
                in.number("version"),
                in.text("digest"),
                new AgentId(in.text("by")),
                in.text("reason"),
                in.texts("changes"));
    }
}
