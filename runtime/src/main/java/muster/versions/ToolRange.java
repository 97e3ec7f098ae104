package muster.versions;

import java.util.regex.Pattern;

/// PEP 440's clauses over versions as tools print them: what follows the part that PEP 440 knows is passed over.
record ToolRange(Pep440Range range) implements VersionRange {
    private static final Pattern NUMBERS = Pattern.compile("v?(\\d+(?:\\.\\d+)*).*");

    @Override
    public RangeCheck check(String version, PreReleases preReleases) {
        return range.check(version(version), preReleases);
    }

    static Pep440Version version(String text) {
        var begin = Pep440Version.atBeginOf(text);
        if (begin != null) {
            return begin;
        }
        var match = NUMBERS.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no version");
        }
        return Pep440Version.of(match.group(1));
    }
}
