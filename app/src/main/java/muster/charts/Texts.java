package muster.charts;

import java.util.List;

/// How wide texts are at most: bounds of common sans-serif fonts (DejaVu Sans, the widest), in shares of the size.
final class Texts {
    private static final String NARROW = "iljI.,:;'|!()[]- ";
    private static final String WIDE = "mwMWQ@%&OGNDHU";
    private static final String CUT = "…";
    private static final double NARROW_SHARE = 0.45;
    private static final double USUAL_SHARE = 0.66;
    private static final double WIDE_SHARE = 1.02;

    /// From here on, characters may be as wide as they are high and a little more: CJK, emoji.
    private static final int FIRST_FULL = 0x1100;
    private static final double FULL_SHARE = 1.35;

    private Texts() {}

    /// In pixels.
    static double width(String text, double size) {
        return size * text.codePoints().mapToDouble(Texts::share).sum();
    }

    private static double share(int point) {
        if (point >= FIRST_FULL && point != CUT.codePointAt(0)) {
            return FULL_SHARE;
        }
        return NARROW.indexOf(point) >= 0 ? NARROW_SHARE : WIDE.indexOf(point) >= 0 ? WIDE_SHARE : USUAL_SHARE;
    }

    /// The text in at most two lines, broken between words where that is possible; the second line is cut.
    static List<String> wrapped(String text, double size, double most) {
        if (width(text, size) <= most) {
            return List.of(text);
        }
        int at = text.length();
        while (at > 0 && width(text.substring(0, at), size) > most) {
            at = text.lastIndexOf(' ', at - 1);
        }
        return at <= 0
                ? List.of(cut(text, size, most))
                : List.of(text.substring(0, at), cut(text.substring(at + 1), size, most));
    }

    /// The text if it fits, else its beginning and an ellipsis.
    static String cut(String text, double size, double most) {
        if (width(text, size) <= most) {
            return text;
        }
        var kept = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            if (width(kept + Character.toString(point) + CUT, size) > most) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.toString().stripTrailing() + CUT;
    }
}
