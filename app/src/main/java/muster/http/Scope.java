package muster.http;

import java.util.Arrays;
import java.util.Locale;
import muster.desk.Right;
import muster.plan.Ids;

/// What a token allows: `read`, or `agent:NAME`, `approve:NAME`, `operate:NAME` in the name of somebody, or of anybody
/// with `*`.
///
/// @param as in whose name; empty for `read`
public record Scope(Right right, String as) {
    private static final String ANYBODY = "*";

    /// @throws IllegalArgumentException if it is none; the message says what there is
    public static Scope of(String text) {
        var at = text.indexOf(':');
        var word = (at < 0 ? text : text.substring(0, at)).toLowerCase(Locale.ROOT);
        var as = at < 0 ? "" : text.substring(at + 1);
        var right = Arrays.stream(Right.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElse(null);
        boolean named = as.equals(ANYBODY) || Ids.isId(as);
        if (right == null || (right == Right.READ ? at >= 0 : !named)) {
            throw new IllegalArgumentException(
                    "a scope is read, agent:NAME, approve:NAME or operate:NAME, got '" + text + "'");
        }
        return new Scope(right, as);
    }

    boolean speaksFor(String name) {
        return as.equals(ANYBODY) || as.equals(name);
    }

    boolean isOfOne() {
        return !as.isEmpty() && !as.equals(ANYBODY);
    }

    @Override
    public String toString() {
        return as.isEmpty() ? right.word() : right.word() + ":" + as;
    }
}
