package muster.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import muster.plan.ClaimValue;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/// What a claim states: a bare number, whose unit stands beside it, or a word for the kind with the value behind it.
record ClaimValueForm() implements Form<ClaimValue> {
    static final ClaimValueForm ANY = new ClaimValueForm();

    private static final String NUMBER = "-?\\d{1,30}(?:\\.\\d{1,30})?";
    private static final Pattern KIND = Pattern.compile("(version|status|date|exists|computed) (.+)");
    private static final Pattern COMPUTED =
            Pattern.compile("(" + NUMBER + ") ?([^=]*?) = (" + NUMBER + "(?: [-+*/] " + NUMBER + ")+)");

    @Override
    public @Nullable ClaimValue read(Value value) {
        var text = value.scalar(Tag.STR);
        if (text == null) {
            var number = NumberForm.ANY.read(value);
            return number == null ? null : ClaimValue.of(number, "");
        }
        var stated = stated(text);
        if (stated == null) {
            value.unexpected(says());
        }
        return stated;
    }

    private static @Nullable ClaimValue stated(String text) {
        var parts = KIND.matcher(text);
        return !parts.matches()
                ? null
                : switch (parts.group(1)) {
                    case "version" -> new ClaimValue.Version(parts.group(2));
                    case "status" -> new ClaimValue.Status(parts.group(2));
                    case "exists" -> new ClaimValue.Existence(parts.group(2));
                    case "date" -> dated(parts.group(2));
                    default -> computed(parts.group(2));
                };
    }

    private static @Nullable ClaimValue dated(String day) {
        try {
            return new ClaimValue.Dated(LocalDate.parse(day));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable ClaimValue computed(String text) {
        var parts = COMPUTED.matcher(text);
        return parts.matches()
                ? new ClaimValue.Computed(new java.math.BigDecimal(parts.group(1)), parts.group(2), parts.group(3))
                : null;
    }

    @Override
    public Object write(ClaimValue value) {
        return switch (value) {
            case ClaimValue.Amount amount -> amount.number();
            case ClaimValue.Size size -> size.number();
            case ClaimValue.Version version -> "version " + version;
            case ClaimValue.Status status -> "status " + status;
            case ClaimValue.Dated dated -> "date " + dated;
            case ClaimValue.Existence existence -> "exists " + existence;
            case ClaimValue.Computed computed ->
                "computed " + computed + (computed.unit().isEmpty() ? "" : " " + computed.unit()) + " = "
                        + computed.formula();
        };
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of(
                "anyOf",
                List.of(
                        NumberForm.ANY.schema(definitions),
                        Definitions.ordered("type", "string", "pattern", "^" + KIND.pattern() + "$")));
    }

    @Override
    public String says() {
        return "a number, or text such as `version 3.14.0`, `status tested`, `date 2025-12-13`, `exists scripts/a.py`, "
                + "`computed 6 tables = 1 + 2 + 3`";
    }
}
