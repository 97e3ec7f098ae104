package muster.probes.content;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A condition on a node, in a query.
sealed interface JsonFilter {

    /// All hold.
    record Both(List<JsonFilter> filters) implements JsonFilter {
        public Both {
            filters = List.copyOf(filters);
        }
    }

    /// At least one holds.
    record Either(List<JsonFilter> filters) implements JsonFilter {
        public Either {
            filters = List.copyOf(filters);
        }
    }

    /// It does not hold.
    record Not(JsonFilter filter) implements JsonFilter {}

    /// The query finds something.
    record Exists(Term.Query query) implements JsonFilter {}

    /// @param sign `==`, `!=`, `<`, `<=`, `>` or `>=`
    record Compared(Term left, String sign, Term right) implements JsonFilter {}

    /// A function that is a condition.
    record Tested(Term.Call call) implements JsonFilter {}

    /// A side of a comparison, or an argument.
    sealed interface Term {
        record Literal(JsonNode value) implements Term {}

        record Call(JsonFunction function, List<Term> arguments) implements Term {
            public Call {
                arguments = List.copyOf(arguments);
            }
        }

        /// Whether it is one value or none.
        default boolean isValue() {
            return switch (this) {
                case Literal _ -> true;
                case Call(JsonFunction function, List<Term> _) -> !function.isCondition();
                case Query(From _, JsonPath path) -> path.isSingular();
            };
        }

        record Query(From from, JsonPath path) implements Term {
            List<JsonNode> nodes(JsonNode current, JsonNode root) {
                return path.from(from == From.CURRENT ? current : root, root);
            }
        }
    }

    /// Where a query inside a condition begins.
    enum From {
        CURRENT,
        ROOT
    }

    default boolean holds(JsonNode node, JsonNode root) {
        return switch (this) {
            case Both(List<JsonFilter> filters) -> filters.stream().allMatch(one -> one.holds(node, root));
            case Either(List<JsonFilter> filters) -> filters.stream().anyMatch(one -> one.holds(node, root));
            case Not(JsonFilter filter) -> !filter.holds(node, root);
            case Exists(Term.Query query) -> !query.nodes(node, root).isEmpty();
            case Tested(Term.Call(JsonFunction function, List<Term> arguments)) ->
                function.holds(arguments(arguments, node, root));
            case Compared(Term left, String sign, Term right) ->
                compare(values(left, node, root), sign, values(right, node, root));
        };
    }

    private static List<JsonNode> values(Term term, JsonNode node, JsonNode root) {
        return switch (term) {
            case Term.Literal(JsonNode value) -> List.of(value);
            case Term.Query query -> query.nodes(node, root);
            case Term.Call(JsonFunction function, List<Term> arguments) ->
                function.value(arguments(arguments, node, root));
        };
    }

    private static List<List<JsonNode>> arguments(List<Term> terms, JsonNode node, JsonNode root) {
        return terms.stream().map(term -> values(term, node, root)).toList();
    }

    /// What is not there equals only what is not there.
    private static boolean compare(List<JsonNode> left, String sign, List<JsonNode> right) {
        boolean equal =
                left.isEmpty() == right.isEmpty() && (left.isEmpty() || equal(left.getFirst(), right.getFirst()));
        boolean comparable = left.size() == 1 && right.size() == 1;
        return switch (sign) {
            case "==" -> equal;
            case "!=" -> !equal;
            case "<" -> comparable && below(left.getFirst(), right.getFirst());
            case ">" -> comparable && below(right.getFirst(), left.getFirst());
            case "<=" -> equal || (comparable && below(left.getFirst(), right.getFirst()));
            default -> equal || (comparable && below(right.getFirst(), left.getFirst()));
        };
    }

    private static boolean equal(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue()) == 0;
        }
        return left.equals(right);
    }

    private static boolean below(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue()) < 0;
        }
        return left.isString()
                && right.isString()
                && Arrays.compare(
                                left.asString().codePoints().toArray(),
                                right.asString().codePoints().toArray())
                        < 0;
    }
}
