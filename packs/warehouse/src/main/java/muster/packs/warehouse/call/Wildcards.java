package muster.packs.warehouse.call;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names, divided by commas, in which `*` stands for anything.
///
/// @param patterns one has to fit
public record Wildcards(List<Pattern> patterns) {
    public Wildcards {
        patterns = List.copyOf(patterns);
    }

    public static Wildcards of(String text) {
        return new Wildcards(List.of(text.strip().split("\\s*,\\s*")).stream()
                .map(Wildcards::pattern)
                .toList());
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(
                List.of(name.split("\\*", -1)).stream().map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    public boolean fit(String name) {
        return patterns.stream().anyMatch(each -> each.matcher(name).matches());
    }
}
