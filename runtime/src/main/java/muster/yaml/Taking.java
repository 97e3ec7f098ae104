package muster.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/// A list whose items are read one by one.
final class Taking<T> {
    private final Form<T> form;
    private final Spot list;
    private final PlainPlace at;
    private final Into into;
    private final List<T> items = new ArrayList<>();
    private int count;

    /// What is read into, and the variables that were chosen.
    record Into(Reading reading, Map<String, String> variables) {}

    Taking(Form<T> form, Spot list, PlainPlace at, Into into) {
        this.form = form;
        this.list = list;
        this.at = at;
        this.into = into;
    }

    /// True if the item that begins here is a task of the usual shape, which has been taken from its bytes.
    @SuppressWarnings("unchecked") // what the list of tasks holds
    boolean takesAhead(TaskBytes bytes, int indent) {
        var task = list == Spot.TASKS ? bytes.next(indent) : null;
        if (task != null) {
            items.add((T) task);
            count++;
        }
        return task != null;
    }

    void take(Node node) {
        if (list == Spot.EXPECTATIONS && Inheritance.isHeir(node)) {
            throw new UnusualYaml();
        }
        var reading = into.reading();
        var whole = reading.mayHoldVariables() ? new Filling(into.variables(), reading).in(node) : node;
        var item = form.read(new Value(list.key(), whole, reading));
        if (item != null) {
            items.add(item);
        }
        count++;
    }

    /// Stands in the tree for the items.
    TakenList node() {
        return new TakenList(
                List.copyOf(items), count, at, into.reading().names().ahead());
    }
}
