package muster.engines;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import muster.coordination.Charter;
import muster.coordination.GateRule;
import muster.plan.AgentId;
import muster.plan.ConflictKind;
import muster.plan.ConflictRule;
import muster.plan.GateId;
import muster.plan.GateTerms;
import muster.plan.HandOff;
import muster.plan.ItemId;
import muster.plan.Rotation;
import muster.plan.TaskId;
import muster.plan.Threshold;

/// What the team of a story agrees on, from the line of its plan.
final class StoryCharter {
    private StoryCharter() {}

    static Charter of(String line) {
        var members = new ArrayList<Charter.Member>();
        var gates = new ArrayList<GateRule>();
        var handOffs = new ArrayList<HandOff>();
        for (var text : line.split(";", -1)) {
            var item = StoryPlan.Item.of(text.strip());
            switch (item.words().getFirst()) {
                case "agent" -> members.add(new Charter.Member(id(item), id(item).value()));
                case "gate" -> gates.add(gate(item));
                case "hand-off" -> handOffs.add(handOff(item));
                default -> {}
            }
        }
        return new Charter(
                members,
                handOffs,
                List.of(),
                rules(line),
                gates,
                List.of(),
                line.contains("delivered:inventory") ? List.of("inventory") : List.of(),
                new TreeMap<>());
    }

    private static AgentId id(StoryPlan.Item item) {
        return new AgentId(item.words().get(1));
    }

    private static GateRule gate(StoryPlan.Item item) {
        var values = item.values();
        var delay = values.get("timer");
        var event = values.get("event");
        var metric = values.get("metric");
        var awaited = new GateTerms.Awaited(
                delay == null ? null : StoryWords.span(delay),
                metric == null ? null : measured(metric, values.getOrDefault("window", "0s")),
                event == null ? null : new ItemId(event),
                null);
        var quorum = Integer.parseInt(values.getOrDefault("quorum", "0"));
        var rule = item.says("two") ? GateTerms.Rule.TWO_PEOPLE : GateTerms.Rule.EACH_FOR_ONE;
        return new GateRule(
                new GateId(item.words().get(1)),
                values.get("policy"),
                new GateTerms(new GateTerms.Votes(quorum, rule), awaited, GateTerms.Reminders.USUAL));
    }

    private static GateTerms.Measured measured(String text, String window) {
        var bound = text.indexOf('>');
        var threshold = new Threshold(
                text.substring(0, bound), Threshold.Bound.ABOVE, new BigDecimal(text.substring(bound + 1)), "");
        return new GateTerms.Measured(threshold, StoryWords.span(window));
    }

    private static HandOff handOff(StoryPlan.Item item) {
        var values = item.values();
        return new HandOff(
                new ItemId(item.words().get(1)),
                item.words().get(1),
                new AgentId(values.get("from")),
                new AgentId(values.get("to")),
                new TaskId(values.get("after")),
                new TaskId(values.get("before")),
                null);
    }

    /// The rule that makes refused claims a conflict over what both would write.
    private static List<ConflictRule> rules(String line) {
        return line.contains("rule resource")
                ? List.of(new ConflictRule(ConflictKind.RESOURCE, List.of(), null, null, null, Rotation.NONE, null))
                : List.of();
    }
}
