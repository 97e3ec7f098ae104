package muster.pddl;

import java.util.List;
import muster.pddl.Node.Group;
import muster.pddl.Node.Word;
import org.jspecify.annotations.Nullable;

/// The frame of a file: `(define (domain NAME) SECTION...)`, or the same with `problem`.
record Definition(String name, List<Group> sections) {

    /// What a file defines.
    enum Kind {
        DOMAIN("domain", "problem"),
        PROBLEM("problem", "domain");

        private final String word;
        private final String other;

        Kind(String word, String other) {
            this.word = word;
            this.other = other;
        }
    }

    /// The definition in a text; null after a complaint if it is not of that kind.
    static @Nullable Definition read(String text, Kind kind, Complaints complaints) {
        var nodes = Expressions.read(text, complaints);
        if (nodes == null) {
            return null;
        }
        if (nodes.isEmpty()) {
            complaints.add(
                    complaints.start(), "the file has no definition", "Maybe it is empty, or all of it is a comment");
            return null;
        }
        if (nodes.size() > 1) {
            complaints.add(
                    nodes.get(1),
                    "nothing may follow the definition, got " + nodes.get(1).shown());
        }
        if (!(nodes.getFirst() instanceof Group whole && whole.head().equals("define"))) {
            complaints.add(nodes.getFirst(), "a file begins with (define (" + kind.word + " NAME)");
            return null;
        }
        return read(whole, kind, complaints);
    }

    private static @Nullable Definition read(Group whole, Kind kind, Complaints complaints) {
        var rest = whole.rest();
        if (rest.isEmpty() || !(rest.getFirst() instanceof Group title)) {
            complaints.add(whole, "(" + kind.word + " NAME) is missing after 'define'");
            return null;
        }
        if (title.head().equals(kind.other)) {
            complaints.add(
                    title,
                    "this file is a " + kind.other + ", a " + kind.word + " is expected",
                    "Maybe the two files are swapped: the domain comes first");
            return null;
        }
        if (!title.head().equals(kind.word)
                || title.items().size() != 2
                || !(title.items().get(1) instanceof Word name)) {
            complaints.add(title, "(" + kind.word + " NAME) is expected, got " + title.shown());
            return null;
        }
        return new Definition(name.text(), sections(rest.subList(1, rest.size()), complaints));
    }

    private static List<Group> sections(List<Node> nodes, Complaints complaints) {
        return nodes.stream()
                .filter(node -> {
                    boolean section =
                            node instanceof Group group && group.head().startsWith(":");
                    if (!section) {
                        complaints.add(node, "a section such as (:action ...) is expected, got " + node.shown());
                    }
                    return section;
                })
                .map(Group.class::cast)
                .toList();
    }
}
