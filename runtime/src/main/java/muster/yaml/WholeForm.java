package muster.yaml;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A whole number between two bounds, both allowed.
record WholeForm<N extends Number>(long least, long most, LongFunction<N> make) implements Form<N> {

    static WholeForm<Integer> between(int least, int most) {
        return new WholeForm<>(least, most, Math::toIntExact);
    }

    static WholeForm<Integer> from(int least) {
        return between(least, Integer.MAX_VALUE);
    }

    @Override
    public @Nullable N read(Value value) {
        var text = value.scalar(Tag.INT, Tag.FLOAT);
        var number = text == null ? null : NumberForm.decimal(text);
        if (number == null
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0
                || number.stripTrailingZeros().scale() > 0) {
            value.unexpected(says());
            return null;
        }
        return make.apply(number.longValueExact());
    }

    @Override
    public Object write(N value) {
        return value;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.ordered(
                "type", "integer",
                "minimum", least,
                "maximum", most);
    }

    @Override
    public String says() {
        if (least == most) {
            return String.valueOf(least);
        }
        return most >= Integer.MAX_VALUE
                ? "a whole number, " + least + " or more"
                : "between " + least + " and " + most;
    }
}
