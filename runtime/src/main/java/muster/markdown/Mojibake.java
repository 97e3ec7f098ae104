package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import muster.plan.Repair;
import muster.plan.Source;
import org.jspecify.annotations.Nullable;

/// Puts right, in memory, text that was UTF-8, was taken for Windows-1252 and was stored as UTF-8 again. A document
/// qualifies only if at least one whole sequence of three or four bytes stands outside code; otherwise nothing in it is
/// touched, since `«Ã»` may be meant.
final class Mojibake {
    /// Text may have gone through the wrong code page more than once; more than this is not undone.
    static final int MOST_PASSES = 3;

    private static final Pattern FENCES = Pattern.compile("(?ms)^[ ]{0,3}(```|~~~).*?(?:^[ ]{0,3}\\1|\\z)");
    private static final Pattern CODE_SPANS = Pattern.compile("`[^`\n]*`");
    private static final int SHORTEST_SURE = 3;

    private final String document;
    private final List<Repair> repairs = new ArrayList<>();

    private Mojibake(String document) {
        this.document = document;
    }

    /// Text put right, and what was done to it.
    record Repaired(String text, List<Repair> repairs) {
        Repaired {
            repairs = List.copyOf(repairs);
        }
    }

    /// A damaged sequence: how many characters it takes, and what it was.
    private record Damage(int length, String meant) {}

    static Repaired repair(String document, String text) {
        Mojibake mojibake = new Mojibake(document);
        String repaired = text;
        for (int pass = 0; pass < MOST_PASSES && qualifies(repaired); pass++) {
            repaired = mojibake.pass(repaired);
        }
        return new Repaired(repaired, mojibake.repairs);
    }

    private static boolean qualifies(String text) {
        if (text.chars().noneMatch(character -> CodePage.lengthAfter((char) character) >= SHORTEST_SURE)) {
            return false;
        }
        String prose = CODE_SPANS.matcher(FENCES.matcher(text).replaceAll("")).replaceAll("");
        for (int at = 0; at < prose.length(); at++) {
            Damage damage = whole(prose, at);
            if (damage != null && damage.length() >= SHORTEST_SURE) {
                return true;
            }
        }
        return false;
    }

    private String pass(String text) {
        StringBuilder out = new StringBuilder(text.length());
        Place place = new Place(1, 1);
        int at = 0;
        while (at < text.length()) {
            Damage damage = damage(text, at);
            String before = text.substring(at, at + (damage == null ? 1 : damage.length()));
            out.append(damage == null ? before : damage.meant());
            if (damage != null) {
                repairs.add(new Repair(before, damage.meant(), new Source(document, place.line()), place.column()));
            }
            place = place.after(before);
            at += before.length();
        }
        return out.toString();
    }

    private static @Nullable Damage damage(String text, int at) {
        Damage whole = whole(text, at);
        return whole == null ? lossy(text, at) : whole;
    }

    private static @Nullable Damage whole(String text, int at) {
        int length = CodePage.lengthAfter(text.charAt(at));
        if (length == 0 || !continued(text, at, length)) {
            return null;
        }
        String meant = CodePage.strictly(CodePage.bytesOf(text.substring(at, at + length)));
        return meant == null ? null : new Damage(length, meant);
    }

    private static @Nullable Damage lossy(String text, int at) {
        int kept = CodePage.lengthAfter(text.charAt(at)) - 1;
        if (kept < 2 || !continued(text, at, kept)) {
            return null;
        }
        String meant = LostByte.symbol(text.substring(at, at + kept));
        return meant == null ? null : new Damage(kept, meant);
    }

    private static boolean continued(String text, int at, int length) {
        return at + length <= text.length()
                && text.substring(at + 1, at + length).chars().allMatch(next -> CodePage.continues((char) next));
    }

    /// A place in the text; line and column from 1, columns in code points.
    private record Place(int line, int column) {
        Place after(String text) {
            if (text.equals("\n")) {
                return new Place(line + 1, 1);
            }
            boolean secondHalf = text.length() == 1 && Character.isLowSurrogate(text.charAt(0));
            return secondHalf ? this : new Place(line, column + text.codePointCount(0, text.length()));
        }
    }
}
