package muster.versions;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A version of Python's PEP 440.
///
/// @param release at least one number
/// @param pre nothing for no pre-release
/// @param local parts of the local version, empty for none
record Pep440Version(
        BigInteger epoch,
        List<BigInteger> release,
        @Nullable Pre pre,
        @Nullable BigInteger post,
        @Nullable BigInteger dev,
        List<String> local)
        implements Comparable<Pep440Version> {
    private static final Pattern SHAPE = Pattern.compile("v?(?:(\\d++)!)?(\\d++(?:\\.\\d++)*+)"
            + "(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\\d++)?)?"
            + "(?:-(\\d++)|[-_.]?(post|rev|r)[-_.]?(\\d++)?)?"
            + "([-_.]?dev[-_.]?(\\d++)?)?"
            + "(?:\\+([a-z0-9]++(?:[-_.][a-z0-9]++)*+))?");

    /// @param letter `a`, `b` or `rc`, which is also their order
    record Pre(String letter, BigInteger number) {
        static Pre of(String word, String number) {
            var letter = switch (word) {
                case "alpha", "a" -> "a";
                case "beta", "b" -> "b";
                default -> "rc";
            };
            return new Pre(letter, new BigInteger(number));
        }
    }

    Pep440Version {
        release = List.copyOf(release);
        local = List.copyOf(local);
    }

    /// @throws IllegalArgumentException if the text is no such version
    static Pep440Version of(String text) {
        var match = matcher(text);
        if (text.length() > Versions.LONGEST_VERSION || !match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no version (PEP 440)");
        }
        return of(match);
    }

    /// The longest version with which the text begins.
    static @Nullable Pep440Version atBeginOf(String text) {
        var match = matcher(text);
        return match.lookingAt() ? of(match) : null;
    }

    private static Matcher matcher(String text) {
        return SHAPE.matcher(text.strip().toLowerCase(Locale.ROOT));
    }

    private static Pep440Version of(Matcher match) {
        var pre = match.group(3) == null ? null : Pre.of(match.group(3), orZero(match.group(4)));
        var post = match.group(6) == null ? match.group(5) : orZero(match.group(7));
        return new Pep440Version(
                new BigInteger(orZero(match.group(1))),
                Arrays.stream(match.group(2).split("\\.", -1))
                        .map(BigInteger::new)
                        .toList(),
                pre,
                post == null ? null : new BigInteger(post),
                match.group(8) == null ? null : new BigInteger(orZero(match.group(9))),
                match.group(10) == null
                        ? List.of()
                        : Arrays.stream(match.group(10).split("[-_.]", -1))
                                .map(Pep440Version::withoutZeros)
                                .toList());
    }

    private static String orZero(@Nullable String digits) {
        return digits == null ? "0" : digits;
    }

    private static String withoutZeros(String part) {
        return isNumber(part) ? new BigInteger(part).toString() : part;
    }

    static boolean isNumber(String part) {
        return !part.isEmpty() && part.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    boolean isPreRelease() {
        return pre != null || dev != null;
    }

    boolean isPostRelease() {
        return post != null;
    }

    /// The same without its local part.
    Pep440Version shared() {
        return new Pep440Version(epoch, release, pre, post, dev, List.of());
    }

    boolean hasNumbersOf(Pep440Version other) {
        return epoch.equals(other.epoch) && Pep440Order.releases(release, other.release) == 0;
    }

    /// True if the epoch and the first numbers are those; numbers that are left out count as zero.
    boolean startsWith(BigInteger era, List<BigInteger> prefix) {
        return epoch.equals(era)
                && java.util.stream.IntStream.range(0, prefix.size())
                        .allMatch(i -> Pep440Order.part(release, i).equals(prefix.get(i)));
    }

    @Override
    public int compareTo(Pep440Version other) {
        return Pep440Order.ORDER.compare(this, other);
    }

    /// The normal form.
    @Override
    public String toString() {
        var text = new StringBuilder();
        text.append(epoch.signum() == 0 ? "" : epoch + "!");
        text.append(release.stream().map(BigInteger::toString).collect(Collectors.joining(".")));
        text.append(pre == null ? "" : pre.letter() + pre.number());
        text.append(post == null ? "" : ".post" + post);
        text.append(dev == null ? "" : ".dev" + dev);
        text.append(local.isEmpty() ? "" : "+" + String.join(".", local));
        return text.toString();
    }
}
