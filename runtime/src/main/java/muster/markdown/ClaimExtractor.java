package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import muster.markdown.Block.Fence;
import muster.plan.Claim;
import muster.plan.Origin;

/// Reads the numeric claims of a plan's document; what stands in a fence is an example.
final class ClaimExtractor {
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
        for (Figure figure : Figure.in(text)) {
            add(line, figure, origin);
        }
    }

    private void add(Text line, Figure figure, Origin origin) {
        String subject = subject(line);
        String unit = figure.unit();
        claims.add(new Claim(
                reading.item(
                        "claim", figure.written().replace(',', '_') + "-" + unit + "-" + Phrases.brief(subject, 40)),
                subject,
                figure.number(),
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
