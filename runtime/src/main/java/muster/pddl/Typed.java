package muster.pddl;

import java.util.ArrayList;
import java.util.List;
import muster.pddl.Node.Group;
import muster.pddl.Node.Word;

/// One name of a typed list, such as `a b - crate c - (either truck hoist) d`.
///
/// @param types in the order written; empty if none is
record Typed(Word name, List<Word> types) {

    static List<Typed> list(List<Node> nodes, Complaints complaints) {
        var all = new ArrayList<Typed>();
        var untyped = new ArrayList<Word>();
        for (int next = 0; next < nodes.size(); next++) {
            var node = nodes.get(next);
            if (isDash(node)) {
                var types = next + 1 < nodes.size() ? types(nodes.get(next + 1), complaints) : noType(node, complaints);
                untyped.forEach(name -> all.add(new Typed(name, types)));
                untyped.clear();
                next++;
            } else {
                untyped.addAll(name(node, complaints));
            }
        }
        untyped.forEach(name -> all.add(new Typed(name, List.of())));
        return all;
    }

    private static boolean isDash(Node node) {
        return node instanceof Word word && word.text().equals("-");
    }

    private static List<Word> noType(Node dash, Complaints complaints) {
        complaints.add(dash, "a type is missing after '-'");
        return List.of();
    }

    private static List<Word> types(Node node, Complaints complaints) {
        return switch (node) {
            case Word type -> List.of(type);
            case Group group
            when group.head().equals("either") && group.items().size() > 1 ->
                group.rest().stream()
                        .flatMap(type -> name(type, complaints).stream())
                        .toList();
            case Group group -> {
                complaints.add(group, "a type is a name or (either NAME...), got " + group.shown());
                yield List.of();
            }
        };
    }

    private static List<Word> name(Node node, Complaints complaints) {
        return switch (node) {
            case Word word
            when word.text().startsWith("-") -> {
                var meant = Complaints.shown(word.text().substring(1));
                complaints.add(word, "'" + word.shown() + "' is no name", "Maybe '- " + meant + "' is meant");
                yield List.of();
            }
            case Word word -> List.of(word);
            case Group group -> {
                complaints.add(group, "a name is expected, got " + group.shown());
                yield List.of();
            }
        };
    }
}
