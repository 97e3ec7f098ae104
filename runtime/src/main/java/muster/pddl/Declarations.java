package muster.pddl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import muster.pddl.Node.Group;
import muster.pddl.Node.Word;

/// Reads the sections of one file that declare names.
final class Declarations {
    /// Each type keeps all that it is a kind of; a chain of this many takes some 20 MB.
    private static final int MOST_TYPES = 1_000;

    private final Complaints complaints;

    Declarations(Complaints complaints) {
        this.complaints = complaints;
    }

    TypeTree types(List<Node> nodes) {
        var parents = new LinkedHashMap<String, List<String>>();
        for (var typed : Typed.list(nodes, complaints)) {
            var above = parents.computeIfAbsent(typed.name().text(), _ -> new ArrayList<>());
            typed.types().forEach(type -> above.add(type.text()));
        }
        if (parents.size() > MOST_TYPES) {
            complaints.add(nodes.getFirst(), "there are more than " + MOST_TYPES + " types");
            parents.clear();
        }
        parents.remove(TypeTree.OBJECT);
        var tree = TypeTree.of(parents);
        parents.entrySet().stream()
                .filter(entry -> isKindOfItself(entry.getKey(), entry.getValue(), tree))
                .findFirst()
                .ifPresent(entry -> complaints.add(
                        nodes.getFirst(), "the type " + Complaints.shown(entry.getKey()) + " is a kind of itself"));
        return tree;
    }

    private static boolean isKindOfItself(String type, List<String> above, TypeTree tree) {
        return above.stream().anyMatch(parent -> !parent.equals(type) && tree.isA(parent, type));
    }

    /// Adds the objects of a section to those declared before.
    void objects(List<Node> nodes, TypeTree types, Map<String, PddlObject> into) {
        for (var typed : Typed.list(nodes, complaints)) {
            var object = new PddlObject(typed.name().text(), known(typed, types));
            var before = into.putIfAbsent(object.name(), object);
            if (before != null && !before.equals(object)) {
                complaints.add(typed.name(), "'" + typed.name().shown() + "' is declared twice, with different types");
            }
            if (object.name().startsWith("?")) {
                complaints.add(typed.name(), "an object's name does not begin with '?'");
            }
        }
    }

    Map<String, Predicate> predicates(List<Node> nodes, TypeTree types) {
        var all = new LinkedHashMap<String, Predicate>();
        for (var node : nodes) {
            if (node instanceof Group group && !group.head().isEmpty()) {
                var predicate = new Predicate(group.head(), places(group.rest(), types));
                add(predicate, group, all);
            } else {
                complaints.add(node, "a predicate such as (at ?thing ?place) is expected, got " + node.shown());
            }
        }
        return all;
    }

    /// Functions may have a type of their own, `- number`, after each or after several.
    Map<String, Predicate> functions(List<Node> nodes, TypeTree types) {
        var groups = new ArrayList<Node>();
        for (int next = 0; next < nodes.size(); next++) {
            if (nodes.get(next) instanceof Word dash && dash.text().equals("-")) {
                next++;
                requireNumber(dash, next < nodes.size() ? nodes.get(next) : dash);
            } else {
                groups.add(nodes.get(next));
            }
        }
        return predicates(groups, types);
    }

    private void requireNumber(Word dash, Node type) {
        if (!(type instanceof Word word && word.text().equals("number"))) {
            complaints.unsupported(dash, "functions whose values are not numbers");
        }
    }

    private void add(Predicate predicate, Group at, Map<String, Predicate> all) {
        if (predicate.name().equals(Atom.EQUALITY)) {
            return;
        }
        var before = all.putIfAbsent(predicate.name(), predicate);
        if (before != null
                && before.parameters().size() != predicate.parameters().size()) {
            complaints.add(at, "'" + at.shown() + "' is declared twice, with different parameters");
        }
    }

    /// Different variables with their types.
    List<Parameter> parameters(List<Node> nodes, TypeTree types) {
        var seen = new HashSet<String>();
        return variables(nodes)
                .filter(typed -> isNew(typed.name(), seen))
                .map(typed -> new Parameter(typed.name().text(), known(typed, types)))
                .toList();
    }

    /// The places of a predicate; old domains use one variable for several.
    private List<Parameter> places(List<Node> nodes, TypeTree types) {
        return variables(nodes)
                .map(typed -> new Parameter(typed.name().text(), known(typed, types)))
                .toList();
    }

    private Stream<Typed> variables(List<Node> nodes) {
        return Typed.list(nodes, complaints).stream().filter(typed -> isVariable(typed.name()));
    }

    private boolean isVariable(Word name) {
        boolean variable = name.text().startsWith("?");
        if (!variable) {
            complaints.add(name, "a variable begins with '?', got " + name.shown(), "Maybe '?" + name.shown() + "'");
        }
        return variable;
    }

    private boolean isNew(Word name, Set<String> seen) {
        boolean isNew = seen.add(name.text());
        if (!isNew) {
            complaints.add(name, "the variable " + name.shown() + " is declared twice");
        }
        return isNew;
    }

    private List<String> known(Typed typed, TypeTree types) {
        var all = new ArrayList<String>();
        for (var type : typed.types()) {
            if (types.names().contains(type.text())) {
                all.add(type.text());
            } else {
                complaints.unknown(type, "type", types.names());
            }
        }
        return all.isEmpty() ? List.of(TypeTree.OBJECT) : List.copyOf(all);
    }
}
