package muster.json;

import java.math.BigDecimal;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One text for one JSON value: keys sorted by UTF-16 code units, no white space, numbers in plain notation without
/// trailing zeros. Source of the order: RFC 8785; its number format is not used, because figures here are exact
/// decimals.
public final class CanonicalJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private CanonicalJson() {}

    /// The canonical text of a value.
    public static String write(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> value.valueStream().map(CanonicalJson::write).collect(Collectors.joining(",", "[", "]"));
            case NUMBER -> number(value.decimalValue());
            case STRING, BOOLEAN, NULL -> MAPPER.writeValueAsString(value);
            case BINARY, MISSING, POJO ->
                throw new IllegalArgumentException("only JSON can be written as JSON, got " + value.getNodeType());
        };
    }

    /// Any JSON text rewritten in its canonical form.
    public static String rewrite(String json) {
        return write(MAPPER.readTree(json));
    }

    private static String object(JsonNode value) {
        return new TreeSet<>(value.propertyNames())
                .stream()
                        .map(key -> MAPPER.writeValueAsString(key) + ":" + write(value.required(key)))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
