package muster.pddl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
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
        parents.keySet().stream()
                .filter(type -> parents.get(type).stream()
                        .anyMatch(above -> !above.equals(type) && tree.isA(above, type)))
                .findFirst()
                .ifPresent(type -> complaints.add(
                        nodes.getFirst(), "the type " + Complaints.shown(type) + " is a kind of itself"));
        return tree;
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
                var predicate = new Predicate(group.head(), parameters(group.rest(), types));
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
        if (before != null && before.parameters().size() != predicate.parameters().size()) {
            complaints.add(at, "'" + at.shown() + "' is declared twice, with different parameters");
        }
    }

    List<Parameter> parameters(List<Node> nodes, TypeTree types) {
        SequencedMap<String, Parameter> all = new LinkedHashMap<>();
        for (var typed : Typed.list(nodes, complaints)) {
            var name = typed.name();
            if (!name.text().startsWith("?")) {
                complaints.add(name, "a variable begins with '?', got " + name.shown(), "Maybe '?" + name.shown() + "'");
            } else if (all.putIfAbsent(name.text(), new Parameter(name.text(), known(typed, types))) != null) {
                complaints.add(name, "the variable " + name.shown() + " is declared twice");
            }
        }
        return List.copyOf(all.values());
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
