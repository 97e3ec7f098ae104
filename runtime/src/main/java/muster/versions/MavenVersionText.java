package muster.versions;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Takes a version of Maven apart: at dots, at hyphens, and where digits and letters meet.
final class MavenVersionText {
    private final String text;
    private final Deque<List<MavenPart>> open = new ArrayDeque<>();
    private int begin;
    private boolean digits;

    MavenVersionText(String text) {
        this.text = text;
        open.push(new ArrayList<>());
    }

    MavenPart.Several read() {
        for (int i = 0; i < text.length(); i++) {
            step(i, text.charAt(i));
        }
        if (begin < text.length()) {
            addQualified(part(text.substring(begin)));
        }
        return closed();
    }

    private void step(int i, char sign) {
        boolean digit = sign >= '0' && sign <= '9';
        if (sign == '.' || sign == '-') {
            add(i == begin ? new MavenPart.Numeral(BigInteger.ZERO) : part(text.substring(begin, i)));
            begin = i + 1;
            if (sign == '-') {
                open.push(new ArrayList<>());
            }
        } else {
            if (digit != digits && i > begin) {
                var piece = text.substring(begin, i);
                addQualified(digit ? MavenPart.Qualifier.beforeNumber(piece) : part(piece));
                begin = i;
                open.push(new ArrayList<>());
            }
            digits = digit;
        }
    }

    /// `1.rc1` is `1-rc1`: a qualifier begins a list of its own, whatever stands before it.
    private void addQualified(MavenPart part) {
        if (part instanceof MavenPart.Qualifier && !open.element().isEmpty()) {
            open.push(new ArrayList<>());
        }
        add(part);
    }

    private void add(MavenPart part) {
        open.element().add(part);
    }

    private MavenPart part(String piece) {
        return digits ? new MavenPart.Numeral(new BigInteger(piece)) : MavenPart.Qualifier.of(piece);
    }

    /// Every list stands at the end of the one that was open before it.
    private MavenPart.Several closed() {
        while (open.size() > 1) {
            var last = new MavenPart.Several(trimmed(open.pop()));
            add(last);
        }
        return new MavenPart.Several(trimmed(open.pop()));
    }

    /// Without what makes no difference before the end or before a list.
    private static List<MavenPart> trimmed(List<MavenPart> parts) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).isNull()) {
                parts.remove(i);
            } else if (!(parts.get(i) instanceof MavenPart.Several)) {
                break;
            }
        }
        return List.copyOf(parts);
    }
}
