package muster.versions;

import java.util.Locale;

/// A version in Maven's order. Source of the rules: Maven's page on its version order.
record MavenVersion(MavenPart.Several parts) implements Comparable<MavenVersion> {

    /// Every text is a version.
    static MavenVersion of(String text) {
        if (text.length() > Versions.LONGEST_VERSION || text.isBlank()) {
            throw new IllegalArgumentException("'" + text + "' is no version (Maven)");
        }
        return new MavenVersion(new MavenVersionText(text.toLowerCase(Locale.ROOT)).read());
    }

    @Override
    public int compareTo(MavenVersion other) {
        return MavenPart.compare(parts, other.parts);
    }
}
