package muster.http;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Tokens as JSON text.
final class TokensJson {
    private static final String SCHEMA = "muster.tokens/1";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TokensJson() {}

    static String text(List<Token> tokens) {
        var tree = MAPPER.createObjectNode().put("schema", SCHEMA);
        var list = tree.putArray("tokens");
        tokens.forEach(token -> list.add(out(token)));
        return MAPPER.writeValueAsString(tree) + "\n";
    }

    static List<Token> read(String text) {
        return MAPPER.readTree(text)
                .get("tokens")
                .valueStream()
                .map(TokensJson::in)
                .toList();
    }

    private static ObjectNode out(Token token) {
        var until = token.until();
        var tree = MAPPER.createObjectNode()
                .put("name", token.name())
                .put("sha256", token.sha256())
                .put("created", token.created().toString())
                .put("until", until == null ? null : until.toString());
        token.scopes().forEach(scope -> tree.withArray("scopes").add(scope.toString()));
        return tree;
    }

    private static Token in(JsonNode node) {
        var until = node.get("until");
        return new Token(
                node.get("name").asString(),
                node.get("sha256").asString(),
                node.get("scopes")
                        .valueStream()
                        .map(each -> Scope.of(each.asString()))
                        .toList(),
                Instant.parse(node.get("created").asString()),
                until == null || until.isNull() ? null : Instant.parse(until.asString()));
    }
}
