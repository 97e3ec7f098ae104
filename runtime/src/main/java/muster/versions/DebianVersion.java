package muster.versions;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/// A version of a Debian package. Source of the order: deb-version(7).
record DebianVersion(BigInteger epoch, String upstream, String revision) implements Comparable<DebianVersion> {
    private static final Pattern SHAPE = Pattern.compile("(?:(\\d++):)?([A-Za-z0-9.+~:-]+?)(?:-([A-Za-z0-9.+~]++))?");
    private static final Comparator<DebianVersion> ORDER = Comparator.comparing(DebianVersion::epoch)
            .thenComparing(DebianVersion::upstream, DebianVersion::compareParts)
            .thenComparing(DebianVersion::revision, DebianVersion::compareParts);

    /// @throws IllegalArgumentException if the text is no such version
    static DebianVersion of(String text) {
        var match = SHAPE.matcher(text);
        if (text.length() > Versions.LONGEST_VERSION || !match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no version of a Debian package");
        }
        var epoch = match.group(1) == null ? BigInteger.ZERO : new BigInteger(match.group(1));
        return new DebianVersion(epoch, match.group(2), match.group(3) == null ? "0" : match.group(3));
    }

    @Override
    public int compareTo(DebianVersion other) {
        return ORDER.compare(this, other);
    }

    /// In turn what is no digit, sign by sign, and what is, as a number.
    private static int compareParts(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() || j < right.length()) {
            int leftDigits = digitsFrom(left, i);
            int rightDigits = digitsFrom(right, j);
            int signs = compareSigns(left.substring(i, leftDigits), right.substring(j, rightDigits));
            i = endOfDigits(left, leftDigits);
            j = endOfDigits(right, rightDigits);
            int order = signs != 0
                    ? signs
                    : number(left.substring(leftDigits, i)).compareTo(number(right.substring(rightDigits, j)));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compareSigns(String left, String right) {
        for (int i = 0; i < Math.max(left.length(), right.length()); i++) {
            int order = Integer.compare(weight(left, i), weight(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /// `~` comes before the end, the end before letters, letters before all else.
    private static int weight(String text, int i) {
        if (i >= text.length()) {
            return 0;
        }
        char sign = text.charAt(i);
        if (sign == '~') {
            return -1;
        }
        return Character.isLetter(sign) ? sign : sign + 256;
    }

    private static int digitsFrom(String text, int begin) {
        int i = begin;
        while (i < text.length() && !Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int endOfDigits(String text, int begin) {
        int i = begin;
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static BigInteger number(String digits) {
        return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    }
}
