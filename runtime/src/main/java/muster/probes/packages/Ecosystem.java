package muster.probes.packages;

import java.util.Arrays;
import java.util.Locale;
import muster.versions.Notation;
import org.jspecify.annotations.Nullable;

/// Where packages come from.
public enum Ecosystem {
    PIP(Notation.PEP440, "pypi"),
    APT(Notation.DEBIAN, "deb/debian"),
    NPM(Notation.NPM, "npm"),
    CARGO(Notation.CARGO, "cargo"),
    MAVEN(Notation.MAVEN, "maven");

    private final Notation notation;
    private final String type;

    Ecosystem(Notation notation, String type) {
        this.notation = notation;
        this.type = type;
    }

    /// How it writes ranges of versions.
    public Notation notation() {
        return notation;
    }

    /// The word for it in plans, such as `pip`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The ecosystem that the word means, if any.
    public static @Nullable Ecosystem of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    /// The name as packages of this ecosystem are compared. Source of pip's rule: PEP 503.
    public String normal(String name) {
        return switch (this) {
            case PIP -> name.strip().replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
            case CARGO -> name.strip().replace('_', '-');
            case APT, NPM, MAVEN -> name.strip();
        };
    }

    /// The package URL without version, such as `pkg:npm/%40types/node`. Source: the package URL specification.
    String purl(String name) {
        var path = this == MAVEN ? name.replace(':', '/') : normal(name);
        return "pkg:" + type + "/" + path.replace("@", "%40");
    }
}
