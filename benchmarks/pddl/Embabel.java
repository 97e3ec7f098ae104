import com.embabel.plan.WorldState;
import com.embabel.plan.common.condition.ConditionAction;
import com.embabel.plan.common.condition.ConditionDetermination;
import com.embabel.plan.common.condition.ConditionGoal;
import com.embabel.plan.common.condition.WorldStateDeterminer;
import com.embabel.plan.goap.astar.AStarGoapPlanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import kotlin.jvm.functions.Function1;
import muster.strips.FactSet;
import muster.strips.Operator;
import muster.strips.StripsTask;

/// Embabel's A* on a grounded task: facts are conditions, all known; operators are actions.
final class Embabel implements Peer {
    private static final class TimeIsOver extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Act(
            int number,
            Map<String, ConditionDetermination> pre,
            Map<String, ConditionDetermination> post,
            double price,
            BooleanSupplier stop)
            implements ConditionAction {
        @Override
        public String getName() {
            return "a" + number;
        }

        /// The planner has no limit of time of its own.
        @Override
        public Map<String, ConditionDetermination> getPreconditions() {
            if (stop.getAsBoolean()) {
                throw new TimeIsOver();
            }
            return pre;
        }

        @Override
        public Map<String, ConditionDetermination> getEffects() {
            return post;
        }

        @Override
        public Function1<WorldState, Double> getCost() {
            return _ -> price;
        }

        @Override
        public Function1<WorldState, Double> getValue() {
            return _ -> 0.0;
        }
    }

    private record Wish(Map<String, ConditionDetermination> pre) implements ConditionGoal {
        @Override
        public String getName() {
            return "goal";
        }

        @Override
        public Map<String, ConditionDetermination> getPreconditions() {
            return pre;
        }

        @Override
        public Function1<WorldState, Double> getValue() {
            return _ -> 0.0;
        }
    }

    @Override
    public Answer plan(StripsTask task, int times, LongUnaryOperator cpuSince, BooleanSupplier stop) {
        var world = new HashMap<String, ConditionDetermination>();
        for (int fact = 0; fact < task.facts(); fact++) {
            world.put("f" + fact, ConditionDetermination.FALSE);
        }
        put(world, task.initial(), ConditionDetermination.TRUE);
        var actions = new ArrayList<ConditionAction>();
        for (int number = 0; number < task.operators().size(); number++) {
            actions.add(act(number, task.operators().get(number), stop));
        }
        var goal = new Wish(all(task.goal()));
        var planner = new AStarGoapPlanner(WorldStateDeterminer.Companion.fromMap(world));
        long start = cpuSince.applyAsLong(0);
        try {
            var plan = planner.planToGoal(actions, goal);
            for (int time = 1; time < times; time++) {
                plan = planner.planToGoal(actions, goal);
            }
            long took = cpuSince.applyAsLong(start) / times;
            return plan == null
                    ? new Answer(List.of(), took, "null")
                    : new Answer(
                            plan.getActions().stream()
                                    .map(each -> ((Act) each).number)
                                    .toList(),
                            took,
                            null);
        } catch (TimeIsOver _) {
            return new Answer(List.of(), cpuSince.applyAsLong(start) / times, "time");
        }
    }

    private static Act act(int number, Operator operator, BooleanSupplier stop) {
        var post = new HashMap<String, ConditionDetermination>();
        put(post, operator.del(), ConditionDetermination.FALSE);
        put(post, operator.add(), ConditionDetermination.TRUE);
        return new Act(number, all(operator.pre()), post, operator.cost(), stop);
    }

    private static Map<String, ConditionDetermination> all(FactSet facts) {
        var map = new HashMap<String, ConditionDetermination>();
        put(map, facts, ConditionDetermination.TRUE);
        return map;
    }

    private static void put(Map<String, ConditionDetermination> map, FactSet facts, ConditionDetermination value) {
        IntStream.of(facts.toArray()).forEach(fact -> map.put("f" + fact, value));
    }
}
