package muster.yaml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.plan.ClaimValue;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/// What a claim states: a bare number, whose unit stands beside it, or a word for the kind with the value behind it.
record ClaimValueForm() implements Form<ClaimValue> {
    static final ClaimValueForm ANY = new ClaimValueForm();

    private static final String NUMBER = "-?\\d{1,30}(?:\\.\\d{1,30})?";
    private static final Pattern KIND =
            Pattern.compile("(version|status|date|exists|columns|joined|limit|computed) (.+)");
    private static final Pattern COMPUTED =
            Pattern.compile("(" + NUMBER + ") ?([^=]*?) = (" + NUMBER + "(?: [-+*/] " + NUMBER + ")+)");

    private static final Pattern LIST = Pattern.compile(", ");
    private static final Pattern PLUS = Pattern.compile(" \\+ ");
    private static final Pattern JOINED =
            Pattern.compile("(" + NUMBER + ") = (\\S+ " + NUMBER + "(?: \\+ \\S+ " + NUMBER + ")+)(?: on (\\S+))?");
    private static final Pattern LIMIT = Pattern.compile("(" + NUMBER
            + ")(?: ((?!per\\b)[^\\d].*?))?(?: per (?:(\\d{1,9}) )?(second|minute|hour|day|week|month)s?)?");

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
                    case "columns" -> new ClaimValue.Columns(List.of(LIST.split(parts.group(2), -1)));
                    case "joined" -> joined(parts.group(2));
                    case "limit" -> limit(parts.group(2));
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
                ? new ClaimValue.Computed(new BigDecimal(parts.group(1)), parts.group(2), parts.group(3))
                : null;
    }

    private static @Nullable ClaimValue joined(String text) {
        var parts = JOINED.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        var sources = new LinkedHashMap<String, BigDecimal>();
        for (var source : PLUS.split(parts.group(2), -1)) {
            var blank = source.lastIndexOf(' ');
            sources.put(source.substring(0, blank), new BigDecimal(source.substring(blank + 1)));
        }
        var key = Objects.requireNonNullElse(parts.group(3), "");
        return new ClaimValue.Joined(new BigDecimal(parts.group(1)), sources, key);
    }

    private static @Nullable ClaimValue limit(String text) {
        if (text.equals(ClaimValue.Limit.NONE)) {
            return new ClaimValue.Limit(null, "", null);
        }
        var parts = LIMIT.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        var count = parts.group(3) == null ? 1 : Long.parseLong(parts.group(3));
        var per = parts.group(4) == null ? null : ClaimValue.Spans.of(count, parts.group(4));
        return new ClaimValue.Limit(
                new BigDecimal(parts.group(1)), Objects.requireNonNullElse(parts.group(2), ""), per);
    }

    private static String written(ClaimValue.Joined joined) {
        var sources = joined.sources().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().toPlainString())
                .collect(Collectors.joining(" + "));
        return "joined " + joined + " = " + sources + (joined.key().isEmpty() ? "" : " on " + joined.key());
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
            case ClaimValue.Columns columns -> "columns " + columns;
            case ClaimValue.Joined joined -> written(joined);
            case ClaimValue.Limit limit -> "limit " + limit.words();
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
                + "`computed 6 tables = 1 + 2 + 3`, `columns id, total`, `joined 100 = a 60 + b 80 on id`, "
                + "`limit 5 updates per 10 seconds`, `limit unlimited`";
    }
}
