package muster.yaml;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import muster.plan.DayWindow;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Days of the plan: `3` or `3-4`.
record DaysForm() implements Form<DayWindow> {
    private static final int LAST_DAY = 99_999;
    private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,4})(-([1-9][0-9]{0,4}))?");

    @Override
    public @Nullable DayWindow read(Value value) {
        var text = value.scalar(Tag.STR, Tag.INT);
        var match = SHAPE.matcher(text == null ? "" : text);
        if (!match.matches()) {
            value.unexpected(says());
            return null;
        }
        var first = Integer.parseInt(match.group(1));
        var last = match.group(3) == null ? first : Integer.parseInt(match.group(3));
        if (last < first) {
            value.wrong(value.label() + " must be in order, got " + value.shown(), "Maybe " + last + "-" + first);
            return null;
        }
        return new DayWindow(first, last);
    }

    @Override
    public Object write(DayWindow days) {
        return days.first() == days.last() ? (Object) days.first() : days.first() + "-" + days.last();
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.ordered(
                "type",
                List.of("integer", "string"),
                "minimum",
                1,
                "maximum",
                LAST_DAY,
                "pattern",
                "^(" + SHAPE.pattern() + ")$");
    }

    @Override
    public String says() {
        return "a day of the plan such as 3, or days such as 3-4";
    }
}
