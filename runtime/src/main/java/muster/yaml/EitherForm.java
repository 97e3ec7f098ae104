package muster.yaml;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// A short form, which is a scalar, or a full one, which is not.
///
/// @param fullNode what the full form is written as
/// @param isShort true for values that the short form can say
record EitherForm<T>(Form<T> brief, Form<T> full, Class<? extends Node> fullNode, Predicate<T> isShort)
        implements Form<T> {

    @Override
    public @Nullable T read(Value value) {
        if (value.node() instanceof ScalarNode) {
            return brief.read(value);
        }
        if (fullNode.isInstance(value.node())) {
            return full.read(value);
        }
        value.unexpected(says());
        return null;
    }

    @Override
    public Object write(T value) {
        return isShort.test(value) ? brief.write(value) : full.write(value);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of("anyOf", List.of(brief.schema(definitions), full.schema(definitions)));
    }

    @Override
    public String says() {
        return brief.says() + ", or " + full.says();
    }
}
