package muster.probes.packages;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Ranges that hold one version only.
final class Pins {
    private static final Pattern PIP = Pattern.compile("===?\\s*([^\\s,*]+)");
    private static final Pattern SEMANTIC = Pattern.compile("[=v]*\\s*(\\d+\\.\\d+\\.\\d+[\\w.+-]*)");
    private static final Pattern EXACT = Pattern.compile("=\\s*([^\\s,*<>]+)");
    private static final Pattern MAVEN = Pattern.compile("\\[?([^\\s,\\[\\]()$]+)]?");

    private Pins() {}

    static @Nullable String only(Ecosystem ecosystem, String range) {
        var shape = switch (ecosystem) {
            case PIP -> PIP;
            case APT -> EXACT;
            case NPM -> SEMANTIC;
            case CARGO -> EXACT;
            case MAVEN -> MAVEN;
        };
        var match = shape.matcher(range.strip());
        return match.matches() ? match.group(1) : null;
    }
}
