package muster.markdown;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.markdown.Block.Fence;
import muster.plan.Claim;
import muster.plan.Origin;

/// Reads numeric claims: a number in digits followed by a unit or by the plural of what is counted. Dates, times of
/// day,
/// numbers that are part of a name (`M008`) and numbers of a label (`Phase 4`) are none. What stands in a fence is an
/// example.
final class ClaimExtractor {
    private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,15}(?:\\.\\d{1,9})?)";
    private static final String KNOWN =
            "%|[KMGT]i?B\\b|ms\\b|hours?\\b|hrs?\\b|h\\b|minutes?\\b|mins?\\b|seconds?\\b|days?\\b|weeks?\\b|months?\\b|years?\\b|"
                    + "phases?\\b|steps?\\b|pages?\\b|people\\b|lines of code\\b|GiB\\b|vCPUs?\\b";
    private static final String PLURAL = "(?:[A-Za-z]+ )?[A-Za-z][a-z]*(?:[^s\\W]s)\\b";
    private static final Pattern CLAIM = Pattern.compile("(?<![\\w.,:/$€-])" + "([$€])?(?:" + NUMBER
            + "\\s*(?:-|–|—|to|→|->)\\s*)?" + NUMBER + "(?:(?:\\s*|-)(?i:(" + KNOWN + "))|\\s+(" + PLURAL + "))");
    private static final Pattern MONEY =
            Pattern.compile("(?<![\\w.,])([$€])" + NUMBER + "(?:\\s*(?:-|–)\\s*[$€]?" + NUMBER + ")?");
    private static final Pattern LABELLED = Pattern.compile(
            "(?i)\\b(?:phases?|steps?|days?|weeks?|months?|options?|sections?|versions?|stages?|sprints?|issues?|line|page|chapter|python|java|v)\\s+\\d+(?:\\.\\d+)*[a-z]?(?:\\s*(?:-|–|&|and|to)\\s*\\d+(?:\\.\\d+)?)?\\b(?!\\s*(?:%|hours?\\b))");
    private static final Pattern TIME_OF_DAY = Pattern.compile(
            "\\b\\d{1,2}:\\d{2}\\b|(?i:\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+\\d{1,2}\\b)");
    private static final int LONGEST = 120;

    private final Reading reading;
    private final List<Claim> claims = new ArrayList<>();

    private ClaimExtractor(Reading reading) {
        this.reading = reading;
    }

    static List<Claim> extract(Reading reading) {
        ClaimExtractor extractor = new ClaimExtractor(reading);
        for (Section section : reading.document().sections()) {
            Document.proseOf(section).forEach(line -> extractor.line(line, Origin.STATED));
            section.blocks().stream()
                    .filter(Fence.class::isInstance)
                    .map(Fence.class::cast)
                    .forEach(extractor::fence);
        }
        return extractor.claims;
    }

    private void fence(Fence fence) {
        List<String> lines = fence.content().lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            String text = lines.get(at).replaceAll("\\*\\*|`", "").replaceFirst("^\\s*(?:[-*#]+|\\d+\\.)\\s+", "");
            line(Text.plain(fence.line() + 1 + at, text), Origin.EXAMPLE);
        }
    }

    private void line(Text line, Origin origin) {
        String text = line.plain();
        if (text.chars().noneMatch(Character::isDigit)) {
            return;
        }
        String masked = TIME_OF_DAY
                .matcher(LABELLED.matcher(Moments.without(text)).replaceAll(" # "))
                .replaceAll(" # ");
        Matcher matcher = CLAIM.matcher(masked);
        while (matcher.find()) {
            String unit = unit(matcher);
            if (matcher.group(2) != null) {
                add(line, matcher.group(2), unit, origin);
            }
            add(line, matcher.group(3), unit, origin);
        }
        money(line, masked, origin);
    }

    private void money(Text line, String masked, Origin origin) {
        Matcher matcher = MONEY.matcher(masked);
        while (matcher.find()) {
            String currency = matcher.group(1).equals("$") ? "USD" : "EUR";
            add(line, matcher.group(2), currency, origin);
            if (matcher.group(3) != null) {
                add(line, matcher.group(3), currency, origin);
            }
        }
    }

    private static String unit(Matcher matcher) {
        String known = matcher.group(4);
        String plural = matcher.group(5);
        return known != null ? known : plural.substring(plural.lastIndexOf(' ') + 1);
    }

    private void add(Text line, String number, String unit, Origin origin) {
        String subject = subject(line);
        BigDecimal value = Numbers.decimal(number);
        claims.add(new Claim(
                reading.item("claim", number.replace(',', '_') + "-" + unit + "-" + Phrases.brief(subject, 40)),
                subject,
                value,
                unit,
                origin,
                reading.at(line.line())));
    }

    private static String subject(Text line) {
        String lead = line.lead();
        Field field = line.field();
        String subject = lead != null ? lead : field != null ? field.key() : line.plain();
        return Phrases.brief(subject, LONGEST);
    }
}
