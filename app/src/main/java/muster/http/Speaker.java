package muster.http;

import java.util.List;
import java.util.stream.Collectors;
import muster.desk.Right;
import muster.desk.Route;
import tools.jackson.databind.node.ObjectNode;

/// In whose name a request is made: the token decides.
record Speaker(Token token) {

    /// Puts in the name if the token leaves no choice, and stops what the token does not allow.
    void settle(Route route, ObjectNode fields) {
        var may = route.right() == Right.READ
                ? token.scopes()
                : token.scopes().stream()
                        .filter(scope -> scope.right() == route.right())
                        .toList();
        if (may.isEmpty()) {
            throw Halt.wrong(
                    403,
                    "token '" + token.name() + "' allows " + words(token.scopes()) + "; '" + route.word() + "' needs "
                            + route.right().word() + ":NAME");
        }
        if (!route.fields().contains("as")) {
            return;
        }
        if (!fields.has("as")) {
            only(may, fields);
        }
        var as = fields.path("as").asString("");
        if (route.right() != Right.READ && !as.isEmpty() && may.stream().noneMatch(scope -> scope.speaksFor(as))) {
            throw Halt.wrong(
                    403, "token '" + token.name() + "' does not speak for '" + as + "'; it allows " + words(may));
        }
    }

    private static void only(List<Scope> may, ObjectNode fields) {
        var names =
                may.stream().filter(Scope::isOfOne).map(Scope::as).distinct().toList();
        if (names.size() == 1) {
            fields.put("as", names.getFirst());
        }
    }

    private static String words(List<Scope> scopes) {
        return scopes.isEmpty()
                ? "nothing"
                : scopes.stream().map(Scope::toString).collect(Collectors.joining(", "));
    }
}
