package muster.pddl;

import java.util.List;
import java.util.Set;
import muster.pddl.Node.Group;

/// Reads what must hold before an action or in the goal. What cannot be read is complained of and taken to be true.
final class ConditionReader {
    private static final Condition TRUE = new Condition.And(List.of());
    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=");
    private static final Set<String> TIMED = Set.of("over", "sometime", "always", "at-most-once", "within");

    private final Vocabulary words;
    private final Complaints complaints;
    private final AtomReader atoms;

    ConditionReader(Vocabulary words, Complaints complaints) {
        this.words = words;
        this.complaints = complaints;
        this.atoms = new AtomReader(words, complaints);
    }

    /// @param scope the variables that may occur
    Condition read(Node node, Scope scope) {
        if (!(node instanceof Group group)) {
            complaints.add(node, "a condition such as (at ?thing ?place) is expected, got " + node.shown());
            return TRUE;
        }
        return switch (group.head()) {
            case "" -> empty(group);
            case "and" -> new Condition.And(all(group.rest(), scope));
            case "or" -> new Condition.Or(all(group.rest(), scope));
            case "not" -> not(group, scope);
            case "imply" -> imply(group, scope);
            case "exists" -> exists(group, scope);
            case "forall" -> forAll(group, scope);
            case "preference" -> unsupported(group, "preferences");
            default -> atom(group, scope);
        };
    }

    private Condition atom(Group group, Scope scope) {
        if (COMPARISONS.contains(group.head()) && !words.predicates().containsKey(group.head())) {
            return unsupported(group, "conditions on numbers");
        }
        if (TIMED.contains(group.head()) && !words.predicates().containsKey(group.head())) {
            return unsupported(group, "conditions on more than one moment");
        }
        var atom = atoms.atom(group, scope);
        return atom == null ? TRUE : new Condition.Holds(atom);
    }

    private Condition unsupported(Group group, String what) {
        complaints.unsupported(group, what);
        return TRUE;
    }

    private Condition empty(Group group) {
        if (!group.items().isEmpty()) {
            complaints.add(group, "a condition begins with a name, got " + group.shown());
        }
        return TRUE;
    }

    private List<Condition> all(List<Node> nodes, Scope scope) {
        return nodes.stream().map(node -> read(node, scope)).toList();
    }

    private Condition not(Group group, Scope scope) {
        return takes(group, 1) ? new Condition.Not(read(group.items().get(1), scope)) : TRUE;
    }

    private Condition imply(Group group, Scope scope) {
        if (!takes(group, 2)) {
            return TRUE;
        }
        var parts = all(group.rest(), scope);
        return new Condition.Or(List.of(new Condition.Not(parts.getFirst()), parts.getLast()));
    }

    private Condition exists(Group group, Scope scope) {
        if (!takes(group, 2)) {
            return TRUE;
        }
        var variables = variables(group.items().get(1));
        return new Condition.Exists(variables, read(group.items().get(2), scope.with(variables)));
    }

    private Condition forAll(Group group, Scope scope) {
        if (!takes(group, 2)) {
            return TRUE;
        }
        var variables = variables(group.items().get(1));
        return new Condition.ForAll(variables, read(group.items().get(2), scope.with(variables)));
    }

    List<Parameter> variables(Node node) {
        return switch (node) {
            case Group group -> new Declarations(complaints).parameters(group.items(), words.types());
            case Node.Word word -> {
                complaints.add(word, "a list of variables in parentheses is expected, got " + word.shown());
                yield List.of();
            }
        };
    }

    /// Complains if the group has another number of parts.
    boolean takes(Group group, int parts) {
        boolean right = group.rest().size() == parts;
        if (!right) {
            complaints.add(
                    group,
                    "'" + group.head() + "' takes " + parts + (parts == 1 ? " part" : " parts") + ", got "
                            + group.rest().size());
        }
        return right;
    }
}
