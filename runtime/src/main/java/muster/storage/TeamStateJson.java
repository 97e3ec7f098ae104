package muster.storage;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.audit.Verdict;
import muster.coordination.Chase;
import muster.coordination.ConflictEvent;
import muster.coordination.CoordinationState;
import muster.coordination.GateWatch;
import muster.coordination.HandOffState;
import muster.coordination.Outside;
import muster.plan.AgentId;
import muster.plan.GateId;
import muster.plan.TaskId;
import muster.run.GateCondition;
import muster.run.RunState;

/// What a team has come to beside its run, as JSON, both ways; what was said is written as the journal writes it.
final class TeamStateJson {
    private TeamStateJson() {}

    static JsonOut out(CoordinationState team) {
        return JsonOut.empty()
                .put("charter", CharterJson.charter(team.charter()))
                .put(
                        "handOffs",
                        team.handOffs().values().stream()
                                .map(HandOffStateJson::out)
                                .toList())
                .put("gates", each(team.gates(), TeamStateJson::gate))
                .put(
                        "blockers",
                        team.blockers().values().stream()
                                .map(MatterStateJson::out)
                                .toList())
                .put(
                        "conflicts",
                        team.conflicts().values().stream()
                                .map(MatterStateJson::out)
                                .toList())
                .put("rankings", team.rankings().stream().map(ConflictJson::out).toList())
                .put("chases", each(team.chases(), TeamStateJson::chase))
                .put("outside", outside(team.outside()));
    }

    static CoordinationState in(JsonIn in, RunState run) {
        return new CoordinationState(
                run,
                CharterJson.charter(in.object("charter")),
                by(
                        in,
                        "handOffs",
                        HandOffStateJson::in,
                        (HandOffState each) -> each.note().id()),
                in.objects("gates", GateId::new, TeamStateJson::gate),
                by(in, "blockers", MatterStateJson::blocker, each -> each.id()),
                by(in, "conflicts", MatterStateJson::conflict, each -> each.id()),
                in.objects("rankings").stream()
                        .map(each -> (ConflictEvent.Ranked) CoordinationNotes.read(each))
                        .toList(),
                in.objects("chases", Function.identity(), TeamStateJson::chase),
                outside(in.object("outside")));
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> by(
            JsonIn in, String key, Function<JsonIn, V> make, Function<V, K> id) {
        return in.objects(key).stream()
                .map(make)
                .collect(Collectors.toMap(id, Function.identity(), (first, _) -> first, TreeMap::new));
    }

    private static <K, V> Map<K, JsonOut> each(SortedMap<K, V> map, Function<V, JsonOut> value) {
        var all = new TreeMap<K, JsonOut>();
        map.forEach((key, each) -> all.put(key, value.apply(each)));
        return all;
    }

    private static JsonOut gate(GateWatch gate) {
        return JsonOut.empty()
                .putIfAny("opened", gate.opened())
                .put("delegates", gate.delegates())
                .put("votes", gate.votes())
                .putIfAny("metricSince", gate.metricSince())
                .put("met", gate.met());
    }

    private static GateWatch gate(JsonIn in) {
        var met = new TreeSet<GateCondition>();
        for (var condition : GateCondition.values()) {
            if (in.texts("met").contains(JsonOut.name(condition))) {
                met.add(condition);
            }
        }
        return new GateWatch(
                in.instantOrNull("opened"),
                in.map("delegates", AgentId::new, AgentId::new),
                in.map("votes", AgentId::new, AgentId::new),
                in.instantOrNull("metricSince"),
                met);
    }

    private static JsonOut chase(Chase chase) {
        return JsonOut.empty().put("reminders", chase.reminders()).put("level", chase.level());
    }

    private static Chase chase(JsonIn in) {
        return new Chase(Math.toIntExact(in.number("reminders")), Math.toIntExact(in.number("level")));
    }

    private static JsonOut outside(Outside outside) {
        return JsonOut.empty()
                .put("signals", outside.signals())
                .put("metrics", outside.metrics())
                .putIfAny("verdict", outside.verdict())
                .put("contested", outside.contested());
    }

    private static Outside outside(JsonIn in) {
        return new Outside(
                in.set("signals", Function.identity()),
                in.map("metrics", Function.identity(), BigDecimal::new),
                in.has("verdict") ? in.constant("verdict", Verdict.class) : null,
                in.map("contested", TaskId::new, TaskId::new));
    }
}
