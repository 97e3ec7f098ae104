package muster.coordination;

import java.util.Comparator;
import java.util.regex.Pattern;

/// Names a blocker or a conflict of a run, such as `BL-001` or `CF-012`.
///
/// @param number counts those of its kind in the run, from 1
public record MatterId(Kind kind, int number) implements Comparable<MatterId> {
    private static final Pattern TEXT = Pattern.compile("(BL|CF)-(\\d{3,6})");
    private static final Comparator<MatterId> ORDER =
            Comparator.comparing(MatterId::kind).thenComparingInt(MatterId::number);

    public MatterId {
        if (number < 1) {
            throw new IllegalArgumentException("number must be at least 1, got " + number);
        }
    }

    /// What is in the way.
    public enum Kind {
        BLOCKER("BL"),
        CONFLICT("CF");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    /// Reads an id.
    ///
    /// @throws IllegalArgumentException if the text is none
    public static MatterId parse(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("an id must look like BL-001 or CF-001, got '" + text + "'");
        }
        var kind = match.group(1).equals(Kind.BLOCKER.code) ? Kind.BLOCKER : Kind.CONFLICT;
        return new MatterId(kind, Integer.parseInt(match.group(2)));
    }

    @Override
    public int compareTo(MatterId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%s-%03d".formatted(kind.code, number);
    }
}
