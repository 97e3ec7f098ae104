package muster.engines;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.Checking;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.LateResults;
import muster.plan.LoopRule;
import muster.plan.PhaseId;
import muster.plan.ResourceId;
import muster.plan.Share;
import muster.plan.TaskId;
import muster.plan.WorkMode;
import muster.run.GateCondition;
import muster.run.RunAgent;
import muster.run.RunBudget;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunLoop;
import muster.run.RunPlan;
import muster.run.Step;
import muster.run.TeamFacts;
import muster.run.Terms;

/// The plan of a story from its line: items separated by `;`, each with words and `key=value,value`.
final class StoryPlan {
    private StoryPlan() {}

    static RunPlan of(String run, String line) {
        var steps = new ArrayList<Step>();
        var gates = new ArrayList<RunGate>();
        var team = new ArrayList<RunAgent>();
        var loops = new ArrayList<RunLoop>();
        var budgets = new ArrayList<RunBudget>();
        for (var text : line.split(";", -1)) {
            var item = Item.of(text.strip());
            switch (item.words().getFirst()) {
                case "gate" -> gates.add(gate(item));
                case "agent" -> team.add(agent(item));
                case "loop" -> loops.add(loop(item));
                case "budget" -> budgets.add(budget(item));
                case "hand-off", "rule" -> {}
                default -> steps.add(step(item));
            }
        }
        return new RunPlan(new RunId(run), steps, gates, team, loops, budgets);
    }

    record Item(List<String> words, Map<String, String> values) {
        static Item of(String text) {
            var words = new ArrayList<String>();
            var values = new TreeMap<String, String>();
            for (var word : text.split("\\s+", -1)) {
                var equals = word.indexOf('=');
                if (equals < 0) {
                    words.add(word);
                } else {
                    values.put(word.substring(0, equals), word.substring(equals + 1));
                }
            }
            return new Item(words, values);
        }

        <T> List<T> all(String key, Function<String, T> make) {
            var text = values.getOrDefault(key, "");
            return text.isEmpty()
                    ? List.of()
                    : Stream.of(text.split(",", -1)).map(make).toList();
        }

        boolean says(String word) {
            return words.contains(word);
        }
    }

    private static Step step(Item item) {
        var id = item.words().getFirst();
        var action = item.says("manual") ? new Action.Manual("do it") : pack(id);
        return new Step(
                        new TaskId(id),
                        id,
                        item.all("owners", AgentId::new),
                        action,
                        item.all("needs", TaskId::new),
                        item.all("requires", FactId::new),
                        item.all("provides", FactId::new),
                        item.all("gates", GateId::new),
                        Integer.parseInt(item.values().getOrDefault("retries", "0")),
                        item.says("undo") ? pack("un" + id) : null)
                .on(terms(item));
    }

    private static Action pack(String name) {
        return new Action.Pack("story." + name, new TreeMap<>());
    }

    private static Terms terms(Item item) {
        var box = item.values().get("box");
        return new Terms(
                item.all("open", StoryPlan::who),
                item.all("writes", Function.identity()),
                item.all("delivers", Function.identity()),
                item.says("checked") ? Checking.ANOTHER : Checking.NONE,
                item.says("late") ? LateResults.TAKE_UNLESS_CLAIMED : LateResults.REFUSE,
                box == null ? null : StoryWords.span(box),
                costs(item),
                Integer.parseInt(item.values().getOrDefault("parts", "1")));
    }

    private static SortedMap<ResourceId, BigDecimal> costs(Item item) {
        var costs = new TreeMap<ResourceId, BigDecimal>();
        item.all("costs", text -> text.split(":", -1))
                .forEach(cost -> costs.put(new ResourceId(cost[0]), new BigDecimal(cost[1])));
        return costs;
    }

    private static WorkMode.Who who(String text) {
        var name = text.substring(text.indexOf(':') + 1);
        return text.startsWith("role:") ? new WorkMode.Who.InRole(name) : new WorkMode.Who.Capable(name);
    }

    private static RunGate gate(Item item) {
        var id = new GateId(item.words().get(1));
        var approvers = item.all("by", AgentId::new);
        var requires = new ArrayList<>(item.all("requires", FactId::new));
        Stream.of(GateCondition.values())
                .filter(condition -> item.values().containsKey(condition.name().toLowerCase(Locale.ROOT)))
                .forEach(condition -> requires.add(TeamFacts.met(condition, id)));
        var quorum = item.values().get("quorum");
        return new RunGate(
                id,
                id.value(),
                approvers,
                item.all("after", TaskId::new),
                requires,
                quorum == null ? approvers.size() : Integer.parseInt(quorum));
    }

    private static RunLoop loop(Item item) {
        var id = item.words().get(1);
        var most = Integer.parseInt(item.values().getOrDefault("rounds", "3"));
        var exhausted = item.says("accept") ? LoopRule.Exhausted.ACCEPT : LoopRule.Exhausted.STALL;
        return new RunLoop(
                new PhaseId(id),
                id,
                item.all("steps", TaskId::new),
                new LoopRule(most, criterion(item.values().getOrDefault("until", "judged")), exhausted));
    }

    /// `judged`, `unchanged`, a fact, or `TASK.OUTPUT<N`.
    private static LoopRule.Criterion criterion(String text) {
        var bound = text.indexOf('<');
        if (bound > 0) {
            var output = text.substring(0, bound).split("\\.", -1);
            return new LoopRule.Criterion.Reaches(
                    new TaskId(output[0]), output[1], null, new BigDecimal(text.substring(bound + 1)));
        }
        return switch (text) {
            case "judged" -> new LoopRule.Criterion.Judged();
            case "unchanged" -> new LoopRule.Criterion.Unchanged();
            default -> new LoopRule.Criterion.Holds(new FactId(text));
        };
    }

    private static RunBudget budget(Item item) {
        var amount = new BigDecimal(item.values().getOrDefault("amount", "100"));
        return new RunBudget(new ResourceId(item.words().get(1)), "USD", amount, List.of(), new Share(0.8));
    }

    private static RunAgent agent(Item item) {
        return new RunAgent(
                new AgentId(item.words().get(1)),
                item.values().getOrDefault("role", "any"),
                item.all("can", Function.identity()),
                Integer.parseInt(item.values().getOrDefault("capacity", "1")));
    }
}
