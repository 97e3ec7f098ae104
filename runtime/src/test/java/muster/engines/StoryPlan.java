package muster.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.Checking;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.LateResults;
import muster.plan.TaskId;
import muster.plan.WorkMode;
import muster.run.RunAgent;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.Step;
import muster.run.Terms;

/// The plan of a story from its line: items separated by `;`, each with words and `key=value,value`.
final class StoryPlan {
    private StoryPlan() {}

    static RunPlan of(String run, String line) {
        var steps = new ArrayList<Step>();
        var gates = new ArrayList<RunGate>();
        var team = new ArrayList<RunAgent>();
        for (var text : line.split(";", -1)) {
            var item = Item.of(text.strip());
            switch (item.words().getFirst()) {
                case "gate" -> gates.add(gate(item));
                case "agent" -> team.add(agent(item));
                default -> steps.add(step(item));
            }
        }
        return new RunPlan(new RunId(run), steps, gates, team);
    }

    private record Item(List<String> words, Map<String, String> values) {
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
                box == null ? null : StoryWords.span(box));
    }

    private static WorkMode.Who who(String text) {
        var name = text.substring(text.indexOf(':') + 1);
        return text.startsWith("role:") ? new WorkMode.Who.InRole(name) : new WorkMode.Who.Capable(name);
    }

    private static RunGate gate(Item item) {
        return new RunGate(
                new GateId(item.words().get(1)),
                item.words().get(1),
                item.all("by", AgentId::new),
                item.all("after", TaskId::new),
                item.all("requires", FactId::new));
    }

    private static RunAgent agent(Item item) {
        return new RunAgent(
                new AgentId(item.words().get(1)),
                item.values().getOrDefault("role", "any"),
                item.all("can", Function.identity()),
                Integer.parseInt(item.values().getOrDefault("capacity", "1")));
    }
}
