package muster.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/// One of the orders in which a plan may be carried out, at random.
final class RandomOrder {
    private RandomOrder() {}

    static List<GroundAction> of(ActionPlan plan, Random random) {
        var left = new ArrayList<>(plan.steps());
        var done = new HashSet<Integer>();
        var order = new ArrayList<GroundAction>();
        while (!left.isEmpty()) {
            var ready =
                    left.stream().filter(step -> done.containsAll(step.after())).toList();
            var step = ready.get(random.nextInt(ready.size()));
            left.remove(step);
            done.add(step.number());
            order.add(step.action());
        }
        return order;
    }
}
