package muster.plan;

/// The one shape of every id: 1 to 120 characters, lower-case letters, digits and `. _ : -`, beginning with a letter or
/// digit.
public final class Ids {
    private static final String SHAPE = "[a-z0-9][a-z0-9._:-]{0,119}";
    private static final int LONGEST = 120;

    private Ids() {}

    /// True if the text may be an id.
    public static boolean isId(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !isPlain(text.charAt(0))) {
            return false;
        }
        for (int at = 1; at < text.length(); at++) {
            char character = text.charAt(at);
            if (!isPlain(character) && "._:-".indexOf(character) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    }

    static void require(String type, String text) {
        if (!isId(text)) {
            throw new IllegalArgumentException(type + " must match " + SHAPE + ", got '" + text + "'");
        }
    }
}
