package muster.versions;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A semantic version of which numbers may be left open, such as `1.x` or `*`.
///
/// @param major nothing for any; then nothing follows
/// @param minor nothing for any; then nothing follows
/// @param patch nothing for any; then there is no pre-release
record PartialSemVersion(
        @Nullable BigInteger major,
        @Nullable BigInteger minor,
        @Nullable BigInteger patch,
        List<String> pre) {
    private static final String NUMBER = "(0|[1-9]\\d*+|[xX*])";
    private static final Pattern SHAPE = Pattern.compile(
            "[v=\\s]*+" + NUMBER + "(?:\\." + NUMBER + "(?:\\." + NUMBER + SemVersion.PRE + SemVersion.BUILD + ")?)?");

    PartialSemVersion {
        pre = List.copyOf(pre);
    }

    /// @throws IllegalArgumentException if the text is none
    static PartialSemVersion of(String text) {
        var match = SHAPE.matcher(text);
        if (text.isEmpty()) {
            return new PartialSemVersion(null, null, null, List.of());
        }
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no semantic version");
        }
        var major = number(match.group(1));
        var minor = major == null ? null : number(match.group(2));
        var patch = minor == null ? null : number(match.group(3));
        return new PartialSemVersion(
                major, minor, patch, patch == null ? List.of() : SemVersion.identifiers(match.group(4)));
    }

    private static @Nullable BigInteger number(@Nullable String text) {
        return text == null || !Pep440Version.isNumber(text) ? null : new BigInteger(text);
    }

    boolean isWhole() {
        return patch != null;
    }

    /// The first version that it stands for.
    SemVersion lowest() {
        return new SemVersion(orZero(major), orZero(minor), orZero(patch), pre);
    }

    /// Before the first pre-release of the version after all that it stands for; nothing if it stands for all.
    @Nullable
    SemVersion above() {
        if (major == null) {
            return null;
        }
        if (minor == null) {
            return nextMajor();
        }
        return patch == null ? nextMinor() : first(major, minor, patch.add(BigInteger.ONE));
    }

    SemVersion nextMajor() {
        return first(orZero(major).add(BigInteger.ONE), BigInteger.ZERO, BigInteger.ZERO);
    }

    SemVersion nextMinor() {
        return first(orZero(major), orZero(minor).add(BigInteger.ONE), BigInteger.ZERO);
    }

    /// `1.2.3-0`, which stands before everything that is called 1.2.3.
    private static SemVersion first(BigInteger major, BigInteger minor, BigInteger patch) {
        return new SemVersion(major, minor, patch, List.of("0"));
    }

    private static BigInteger orZero(@Nullable BigInteger number) {
        return number == null ? BigInteger.ZERO : number;
    }
}
