package muster.probes;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A version by PEP 440 without epoch and local part: release numbers, then `a`, `b` or `rc`, `.post`, `.dev` with a
/// number.
///
/// @param release at least one number
/// @param phase order of the suffix: development before alpha before beta before candidate before final before post
record Version(List<BigInteger> release, Phase phase, BigInteger number, boolean development)
        implements Comparable<Version> {
    private static final Pattern SHAPE = Pattern.compile(
            "v?(?:\\d+[!:])?(\\d+(?:\\.\\d+)*)(?:[-_.]?(a|alpha|b|beta|c|rc|pre|preview|post|rev|r)[-_.]?(\\d*))?([-_.]?dev\\d*)?.*");

    private static final Map<String, Phase> PHASES = Map.ofEntries(
            Map.entry("a", Phase.ALPHA),
            Map.entry("alpha", Phase.ALPHA),
            Map.entry("b", Phase.BETA),
            Map.entry("beta", Phase.BETA),
            Map.entry("c", Phase.CANDIDATE),
            Map.entry("rc", Phase.CANDIDATE),
            Map.entry("pre", Phase.CANDIDATE),
            Map.entry("preview", Phase.CANDIDATE),
            Map.entry("post", Phase.POST),
            Map.entry("rev", Phase.POST),
            Map.entry("r", Phase.POST));

    enum Phase {
        DEVELOPMENT,
        ALPHA,
        BETA,
        CANDIDATE,
        FINAL,
        POST
    }

    Version {
        release = List.copyOf(release);
    }

    /// @throws IllegalArgumentException if the text does not begin with a number
    static Version of(String text) {
        var match = SHAPE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no version");
        }
        var release = Arrays.stream(match.group(1).split("\\.", -1))
                .map(BigInteger::new)
                .toList();
        boolean development = match.group(4) != null;
        var suffix = match.group(2) == null ? "" : match.group(2);
        var number =
                match.group(3) == null || match.group(3).isEmpty() ? BigInteger.ZERO : new BigInteger(match.group(3));
        return new Version(release, phase(suffix, development), number, development);
    }

    private static Phase phase(String suffix, boolean development) {
        var plain = development ? Phase.DEVELOPMENT : Phase.FINAL;
        return PHASES.getOrDefault(suffix, plain);
    }

    boolean isPreRelease() {
        return phase.compareTo(Phase.FINAL) < 0 || development;
    }

    boolean isPostRelease() {
        return phase == Phase.POST;
    }

    boolean isPreReleaseOf(Version other) {
        return isPreRelease() && compareReleases(other) == 0;
    }

    boolean isPostReleaseOf(Version other) {
        return isPostRelease() && compareReleases(other) == 0;
    }

    boolean startsWith(Version prefix) {
        for (int i = 0; i < prefix.release.size(); i++) {
            if (!part(i).equals(prefix.part(i))) {
                return false;
            }
        }
        return true;
    }

    Version withoutLast() {
        return new Version(release.subList(0, Math.max(1, release.size() - 1)), Phase.FINAL, BigInteger.ZERO, false);
    }

    @Override
    public int compareTo(Version other) {
        int releases = compareReleases(other);
        int phases = releases != 0 ? releases : phase.compareTo(other.phase);
        int numbers = phases != 0 ? phases : number.compareTo(other.number);
        return numbers != 0 ? numbers : Boolean.compare(other.development, development);
    }

    private int compareReleases(Version other) {
        for (int i = 0; i < Math.max(release.size(), other.release.size()); i++) {
            int order = part(i).compareTo(other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /// Missing numbers count as zero: 1 and 1.0 are the same version.
    private BigInteger part(int i) {
        return i < release.size() ? release.get(i) : BigInteger.ZERO;
    }
}
