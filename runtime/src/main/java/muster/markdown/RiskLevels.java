package muster.markdown;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.plan.RiskLevel;
import org.jspecify.annotations.Nullable;

/// Levels of risk as documents write them.
final class RiskLevels {
    private static final Pattern LEVEL =
            Pattern.compile("(?i)\\b(medium[- ]?(?:to[- ])?high|critical|severe|high|medium|moderate|low|minor)\\b");

    private RiskLevels() {}

    /// The first level that the text names, or null.
    static @Nullable RiskLevel in(String text) {
        Matcher matcher = LEVEL.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        String word = matcher.group(1).toLowerCase(Locale.ROOT);
        return switch (word) {
            case "critical", "severe", "high" -> RiskLevel.HIGH;
            case "medium", "moderate" -> RiskLevel.MEDIUM;
            case "low", "minor" -> RiskLevel.LOW;
            default -> RiskLevel.MEDIUM_HIGH;
        };
    }
}
