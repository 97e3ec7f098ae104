package muster.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.Matcher;
import org.jspecify.annotations.Nullable;

/// Matchers under names that the author chooses.
record NamedMatchersForm() implements Form<SortedMap<String, Matcher>> {
    @Override
    public @Nullable SortedMap<String, Matcher> read(Value value) {
        var keys = Keys.of(value, this::says);
        if (keys == null) {
            return null;
        }
        var table = new TreeMap<String, Matcher>();
        keys.all().forEach((key, each) -> {
            var matcher = MatcherForms.MATCHER.read(each);
            if (matcher != null) {
                table.put(key, matcher);
            }
        });
        return table;
    }

    @Override
    public Object write(SortedMap<String, Matcher> value) {
        var written = new LinkedHashMap<String, Object>();
        value.forEach((key, matcher) -> written.put(key, MatcherForms.MATCHER.write(matcher)));
        return written;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.ordered("type", "object", "additionalProperties", MatcherForms.MATCHER.schema(definitions));
    }

    @Override
    public String says() {
        return "a mapping from names to matchers";
    }
}
