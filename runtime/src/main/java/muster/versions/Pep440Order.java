package muster.versions;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/// The order of PEP 440's versions.
final class Pep440Order {
    static final Comparator<Pep440Version> ORDER = Comparator.comparing(Pep440Version::epoch)
            .thenComparing(Pep440Version::release, Pep440Order::releases)
            .thenComparing(Pep440Order::stage)
            .thenComparing(Pep440Order::preNumber)
            .thenComparing(Pep440Version::post, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Pep440Version::dev, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Pep440Version::local, Pep440Order::locals);

    private Pep440Order() {}

    /// Missing numbers count as zero: 1 and 1.0 are the same.
    static int releases(List<BigInteger> left, List<BigInteger> right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int order = part(left, i).compareTo(part(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    static BigInteger part(List<BigInteger> release, int i) {
        return i < release.size() ? release.get(i) : BigInteger.ZERO;
    }

    /// `1.dev0` comes before `1a0`; whatever has no pre-release comes after all that have one.
    private static String stage(Pep440Version version) {
        var pre = version.pre();
        if (pre != null) {
            return pre.letter();
        }
        return version.post() == null && version.dev() != null ? "" : "z";
    }

    private static BigInteger preNumber(Pep440Version version) {
        var pre = version.pre();
        return pre == null ? BigInteger.ZERO : pre.number();
    }

    private static int locals(List<String> left, List<String> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = localParts(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    /// Numbers come after letters.
    private static int localParts(String left, String right) {
        boolean leftNumber = Pep440Version.isNumber(left);
        boolean rightNumber = Pep440Version.isNumber(right);
        if (leftNumber && rightNumber) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return leftNumber == rightNumber ? left.compareTo(right) : Boolean.compare(leftNumber, rightNumber);
    }
}
