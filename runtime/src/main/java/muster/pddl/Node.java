package muster.pddl;

import java.util.List;

/// One expression of a PDDL text, with its place: line and column from 1, columns in code points.
sealed interface Node {

    int line();

    int column();

    /// A name, number, variable or keyword, in lower case.
    record Word(String text, int line, int column) implements Node {}

    /// What stands between two parentheses; the place is that of the opening one.
    record Group(List<Node> items, int line, int column) implements Node {
        public Group {
            items = List.copyOf(items);
        }

        /// The word that it begins with; empty if it begins otherwise.
        String head() {
            return !items.isEmpty() && items.getFirst() instanceof Word word ? word.text() : "";
        }

        /// All but the first item.
        List<Node> rest() {
            return items.isEmpty() ? items : items.subList(1, items.size());
        }
    }

    /// As it may be shown in a message.
    default String shown() {
        return switch (this) {
            case Word word -> Complaints.shown(word.text());
            case Group group -> "(" + Complaints.shown(group.head()) + " ...)";
        };
    }
}
