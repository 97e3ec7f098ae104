package muster.plan;

import java.util.regex.Pattern;

/// The one shape of every id: 1 to 120 characters, lower-case letters, digits and `. _ : -`, beginning with a letter or
/// digit.
public final class Ids {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._:-]{0,119}");

    private Ids() {}

    /// True if the text may be an id.
    public static boolean isId(String text) {
        return SHAPE.matcher(text).matches();
    }

    static void require(String type, String text) {
        if (!isId(text)) {
            throw new IllegalArgumentException(type + " must match " + SHAPE.pattern() + ", got '" + text + "'");
        }
    }
}
