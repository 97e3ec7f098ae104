package muster.versions;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Relations as in a Debian control file, such as `>= 2:1.4, << 3`, all of which must hold. A version alone is that
/// version.
record DebianRange(List<Relation> relations) implements VersionRange {
    private static final Pattern RELATION = Pattern.compile("(<<|<=|=|>=|>>|)\\s*+([^\\s<>=]++)");

    record Relation(String sign, String bound, DebianVersion version) {
        boolean holds(DebianVersion other) {
            int order = other.compareTo(version);
            return switch (sign) {
                case "<<" -> order < 0;
                case "<=" -> order <= 0;
                case ">=" -> order >= 0;
                case ">>" -> order > 0;
                default -> order == 0;
            };
        }
    }

    DebianRange {
        relations = List.copyOf(relations);
    }

    /// @throws IllegalArgumentException if the text is no range
    static DebianRange of(String text) {
        return new DebianRange(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(DebianRange::relation)
                .toList());
    }

    private static Relation relation(String text) {
        var match = RELATION.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no relation of Debian packages; they are <<, <=, =, >= and >>");
        }
        return new Relation(match.group(1), match.group(2), DebianVersion.of(match.group(2)));
    }

    @Override
    public RangeCheck check(String version, PreReleases preReleases) {
        var read = DebianVersion.of(version);
        return relations.stream()
                .filter(relation -> !relation.holds(read))
                .findFirst()
                .map(relation -> VersionRange.outside(version, relation.sign() + " " + relation.bound()))
                .orElseGet(() -> VersionRange.inside(version));
    }
}
