package muster.pddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.pddl.Node.Group;
import muster.pddl.Node.Word;
import org.jspecify.annotations.Nullable;

/// Reads a predicate or a function over terms and resolves every name.
final class AtomReader {
    private static final Predicate EQUALITY = new Predicate(
            Atom.EQUALITY,
            List.of(
                    new Parameter("?this", List.of(TypeTree.OBJECT)),
                    new Parameter("?other", List.of(TypeTree.OBJECT))));

    private final Vocabulary words;
    private final Complaints complaints;

    AtomReader(Vocabulary words, Complaints complaints) {
        this.words = words;
        this.complaints = complaints;
    }

    /// A declared predicate over terms; null after a complaint.
    @Nullable
    Atom atom(Node node, Scope scope) {
        return read(node, scope, words.predicates(), "predicate");
    }

    /// A declared numeric function over terms; null after a complaint.
    @Nullable
    Atom function(Node node, Scope scope) {
        return read(node, scope, words.functions(), "function");
    }

    /// A predicate over objects; null after a complaint.
    @Nullable
    Fact fact(Node node) {
        return fact(atom(node, Scope.of(List.of())));
    }

    /// A numeric function over objects; null after a complaint.
    @Nullable
    Fact value(Node node) {
        return fact(function(node, Scope.of(List.of())));
    }

    private static @Nullable Fact fact(@Nullable Atom atom) {
        return atom == null ? null : new Fact(atom.name(), objects(atom));
    }

    private static List<String> objects(Atom atom) {
        return atom.arguments().stream()
                .map(term -> switch (term) {
                    case Term.Named named -> named.object();
                    case Term.Variable variable ->
                        throw new IllegalArgumentException("an object is expected, got " + variable.name());
                })
                .toList();
    }

    private @Nullable Atom read(Node node, Scope scope, Map<String, Predicate> declared, String kind) {
        if (!(node instanceof Group group) || group.head().isEmpty()) {
            complaints.add(node, "a " + kind + " such as (at ?thing ?place) is expected, got " + node.shown());
            return null;
        }
        var predicate = group.head().equals(Atom.EQUALITY) ? EQUALITY : declared.get(group.head());
        if (predicate == null) {
            complaints.unknown(group.items().getFirst(), kind, declared.keySet());
            return null;
        }
        int wanted = predicate.parameters().size();
        if (group.rest().size() != wanted) {
            complaints.add(
                    group,
                    "'" + predicate.name() + "' takes " + wanted + (wanted == 1 ? " argument" : " arguments") + ", got "
                            + group.rest().size());
            return null;
        }
        return read(predicate, group.rest(), scope);
    }

    private @Nullable Atom read(Predicate predicate, List<Node> arguments, Scope scope) {
        var terms = new ArrayList<Term>();
        for (int place = 0; place < arguments.size(); place++) {
            var term = term(arguments.get(place), scope, predicate.parameters().get(place));
            if (term != null) {
                terms.add(term);
            }
        }
        return terms.size() == arguments.size() ? new Atom(predicate.name(), terms) : null;
    }

    private @Nullable Term term(Node node, Scope scope, Parameter place) {
        return switch (node) {
            case Word word when word.text().startsWith("?") -> variable(word, scope, place);
            case Word word -> object(word, place);
            case Group group
            when words.functions().containsKey(group.head()) || "+-*/".contains(group.head()) -> {
                complaints.unsupported(group, "conditions on numbers");
                yield null;
            }
            case Group group -> {
                complaints.add(group, "a variable or an object is expected, got " + group.shown());
                yield null;
            }
        };
    }

    private @Nullable Term variable(Word word, Scope scope, Parameter place) {
        var types = scope.typesOf(word.text());
        if (types == null) {
            complaints.unknown(word, "variable", scope.names().stream().sorted().toList());
            return null;
        }
        if (!words.types().overlap(types, place.types())) {
            wrongType(word, types, place);
        }
        return new Term.Variable(word.text());
    }

    private @Nullable Term object(Word word, Parameter place) {
        var object = words.objects().get(word.text());
        if (object == null) {
            complaints.unknown(word, "object", words.objects().keySet());
            return null;
        }
        if (!words.types().isA(object.types(), place.types())) {
            wrongType(word, object.types(), place);
        }
        return new Term.Named(object.name());
    }

    private void wrongType(Word word, List<String> types, Parameter place) {
        complaints.add(
                word,
                word.shown() + " is of type " + either(types) + "; " + either(place.types()) + " is expected here");
    }

    private static String either(List<String> types) {
        return String.join(
                " or ",
                Stream.of(types).flatMap(List::stream).map(Complaints::shown).toList());
    }
}
