package muster.pddl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.pddl.Node.Group;
import muster.pddl.Node.Word;
import muster.plan.Parsed;
import org.jspecify.annotations.Nullable;

/// A plan file as planners write it: one step a line, such as `(move a b)`; a number and a colon before it and a
/// duration in brackets after it are passed over.
///
/// @param stated the cost that a comment `; cost = 12` states; null if none does
public record PlanText(List<PlanStep> steps, @Nullable BigDecimal stated) {
    private static final Pattern PASSED_OVER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?:|\\[[^\\[\\]]*]");
    private static final Pattern COST = Pattern.compile("(?m)^;\\s*cost\\s*=\\s*(\\d{1,15}(?:\\.\\d{1,9})?)");

    public PlanText {
        steps = List.copyOf(steps);
    }

    /// The steps of a file, or every problem with its place. A file without steps is the empty plan.
    public static Parsed<PlanText> read(PddlText file) {
        var complaints = new Complaints(file.name());
        var nodes = Expressions.read(file.text(), complaints);
        var steps = new ArrayList<PlanStep>();
        for (var node : nodes == null ? List.<Node>of() : nodes) {
            step(node, complaints).forEach(steps::add);
        }
        return complaints.problems().isEmpty()
                ? new Parsed.Ok<>(new PlanText(steps, stated(file.text())))
                : new Parsed.Failed<>(complaints.problems());
    }

    private static @Nullable BigDecimal stated(String text) {
        var match = COST.matcher(text);
        return match.find() ? new BigDecimal(match.group(1)) : null;
    }

    private static Stream<PlanStep> step(Node node, Complaints complaints) {
        return switch (node) {
            case Word word when PASSED_OVER.matcher(word.text()).matches() -> Stream.empty();
            case Group group
            when !group.items().isEmpty() && group.items().stream().allMatch(Word.class::isInstance) ->
                Stream.of(new PlanStep(complaints.at(group), group.head(), words(group.rest())));
            case Node other -> {
                complaints.add(other, "a step such as (move a b) is expected, got " + other.shown());
                yield Stream.empty();
            }
        };
    }

    private static List<String> words(List<Node> nodes) {
        return nodes.stream().map(Word.class::cast).map(Word::text).toList();
    }
}
