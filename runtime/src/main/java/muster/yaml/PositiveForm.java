package muster.yaml;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A number above 0.
record PositiveForm() implements Form<BigDecimal> {

    @Override
    public @Nullable BigDecimal read(Value value) {
        var number = NumberForm.AMOUNT.read(value);
        if (number != null && number.signum() == 0) {
            value.unexpected(says());
            return null;
        }
        return number;
    }

    @Override
    public Object write(BigDecimal value) {
        return value;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        var schema = new LinkedHashMap<>(NumberForm.AMOUNT.schema(definitions));
        schema.remove("minimum");
        schema.put("exclusiveMinimum", 0);
        return schema;
    }

    @Override
    public String says() {
        return "a number above 0";
    }
}
