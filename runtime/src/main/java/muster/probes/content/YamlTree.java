package muster.probes.content;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads YAML; a text that unfolds into far more than it is, is refused.
final class YamlTree {
    /// Source: the same bound that Jackson has for JSON, with room for what YAML nests on top.
    private static final int DEEPEST = 200;

    /// More values than any file has that people keep; what is beyond has been unfolded from aliases.
    private static final int MOST_VALUES = 1_000_000;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setMaxAliasesForCollections(50)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();

    private int values;

    private YamlTree() {}

    static Structured read(String text) {
        try {
            check(text);
            return new Structured.Tree(new YamlTree().node(new Load(SETTINGS).loadFromString(text)));
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            return new Structured.Broken("it is no YAML: line " + line + ": " + e.getProblem());
        } catch (YamlEngineException e) {
            var first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return new Structured.Broken("it is no YAML: " + first);
        }
    }

    /// The library follows nesting with the stack, so it is measured before.
    private static void check(String text) {
        int depth = 0;
        var events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
        while (events.hasNext()) {
            var event = events.next();
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            if (depth > DEEPEST) {
                throw new YamlEngineException("it is nested more than " + DEEPEST + " levels deep");
            }
        }
    }

    private JsonNode node(@Nullable Object value) {
        values++;
        if (values > MOST_VALUES) {
            throw new YamlEngineException("its aliases unfold to more than " + MOST_VALUES + " values");
        }
        var nodes = JsonNodeFactory.instance;
        return switch (value) {
            case null -> nodes.nullNode();
            case Map<?, ?> map -> {
                var object = nodes.objectNode();
                map.forEach((key, one) -> object.set(String.valueOf(key), node(one)));
                yield object;
            }
            case List<?> list -> {
                var array = nodes.arrayNode();
                list.forEach(one -> array.add(node(one)));
                yield array;
            }
            case Boolean truth -> nodes.booleanNode(truth);
            case BigInteger number -> nodes.numberNode(number);
            case Integer number -> nodes.numberNode(number);
            case Long number -> nodes.numberNode(number);
            case Double number when Double.isFinite(number) -> nodes.numberNode(BigDecimal.valueOf(number));
            default -> nodes.stringNode(String.valueOf(value));
        };
    }
}
