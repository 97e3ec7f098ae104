package muster.versions;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A version of Semantic Versioning 2; what stands after `+` is passed over.
///
/// @param pre identifiers of a pre-release, empty for none
record SemVersion(BigInteger major, BigInteger minor, BigInteger patch, List<String> pre)
        implements Comparable<SemVersion> {
    static final String PRE = "(?:-((?:0|[1-9]\\d*+|\\d*+[a-zA-Z-][\\w-]*+)"
            + "(?:\\.(?:0(?![\\w-])|[1-9]\\d*+(?![\\w-])|\\d*+[a-zA-Z-][a-zA-Z0-9-]*+))*+))?";
    static final String BUILD = "(?:\\+[0-9A-Za-z-]++(?:\\.[0-9A-Za-z-]++)*+)?";
    private static final String NUMBER = "(0|[1-9]\\d*+)";
    private static final Pattern SHAPE =
            Pattern.compile("[v=]?\\s*+" + NUMBER + "\\." + NUMBER + "\\." + NUMBER + PRE + BUILD);
    private static final Comparator<SemVersion> NUMBERS = Comparator.comparing(SemVersion::major)
            .thenComparing(SemVersion::minor)
            .thenComparing(SemVersion::patch);

    SemVersion {
        pre = List.copyOf(pre);
    }

    /// @throws IllegalArgumentException if the text is no such version
    static SemVersion of(String text) {
        var match = SHAPE.matcher(text.strip());
        if (text.length() > Versions.LONGEST_VERSION || !match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no semantic version");
        }
        return new SemVersion(
                new BigInteger(match.group(1)),
                new BigInteger(match.group(2)),
                new BigInteger(match.group(3)),
                identifiers(match.group(4)));
    }

    static List<String> identifiers(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(text.split("\\.", -1));
    }

    boolean hasNumbersOf(SemVersion other) {
        return NUMBERS.compare(this, other) == 0;
    }

    @Override
    public int compareTo(SemVersion other) {
        int numbers = NUMBERS.compare(this, other);
        return numbers != 0 ? numbers : comparePre(pre, other.pre);
    }

    /// A version comes after all its pre-releases.
    private static int comparePre(List<String> left, List<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isEmpty(), right.isEmpty());
        }
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = compareIdentifiers(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int compareIdentifiers(String left, String right) {
        boolean leftNumber = Pep440Version.isNumber(left);
        boolean rightNumber = Pep440Version.isNumber(right);
        if (leftNumber && rightNumber) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return leftNumber == rightNumber ? left.compareTo(right) : Boolean.compare(rightNumber, leftNumber);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (pre.isEmpty() ? "" : "-" + String.join(".", pre));
    }
}
