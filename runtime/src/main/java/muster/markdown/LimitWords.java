package muster.markdown;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.audit.Quantity;
import muster.markdown.Passage.Sentence;
import muster.markdown.StatedClaims.Stated;
import muster.plan.ClaimValue.Limit;
import muster.plan.ClaimValue.Spans;
import muster.plan.Origin;
import org.jspecify.annotations.Nullable;

/// What a service is said to allow: so much, so much within a time, or without a limit. Most of it is about things that
/// nobody has published a figure of; the reader of the claims leaves those out.
final class LimitWords {
    private static final String N = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,15}(?:\\.\\d{1,6})?)";
    private static final String PERIOD =
            "(?:\\b(?:a|an|per|each|every|in|within)\\s+(?:an?\\s+)?|\\s?/\\s?)(?:(\\d{1,4})[\\s-]+)?(second|sec|s|minute|min|hour|hr|h|day|d|week|month)s?\\b";
    private static final Pattern RATE =
            Pattern.compile("(?i)(?<![\\w.,:/-])" + N + "([^\\d.,;:|]{0,60}?)\\s*" + PERIOD);
    private static final Pattern COUNT = Pattern.compile("(?i)(?<![\\w.,:/-])" + N + "(?:[ -]([a-z][a-z ]{0,40}))?");
    private static final Pattern NONE = Pattern.compile(
            "(?i)\\bunlimited\\b|\\bno (?:hard |fixed |published )?limits?\\b|\\bwithout (?:a )?limit\\b|∞");
    private static final Pattern NO_LIMIT_CELL =
            Pattern.compile("(?i)\\s*(?:unlimited|no (?:hard |fixed )?limit|none|∞)\\s*");
    private static final Pattern ALLOWS =
            Pattern.compile("(?i)\\b(?:quotas?|limits?|limited|limitation|maximum|max|at most|up to|no more"
                    + " than|cap|caps|capped|allows?|allowed|permits?)\\b");
    private static final Pattern BYTES = Pattern.compile("(?i)\\s*([KMGT]i?B)\\b.*");
    private static final Pattern SCOPE = Pattern.compile("(?i)\\bper\\s.*");
    private static final Pattern NOT_MEANT = Pattern.compile("(?i)\\b(?:was|were|until|formerly|used"
            + " to|before|if|unless|e\\.g|example|must|should|shall|will|targets?|goals?|aims?|budgets?)\\b");

    private static final int SEPARATOR = 3;

    private LimitWords() {}

    static void read(Sentence sentence, StatedClaims claims) {
        String text = sentence.text();
        if (NOT_MEANT.matcher(text).find() || !sentence.passage().under().isEmpty()) {
            return;
        }
        if (NONE.matcher(text).find()) {
            add(new Limit(null, "", null), sentence, claims);
        } else if (ALLOWS.matcher(text).find()) {
            figures(sentence, claims);
        }
    }

    private static void figures(Sentence sentence, StatedClaims claims) {
        String text = sentence.text();
        Matcher rate = RATE.matcher(text);
        if (rate.find()) {
            Duration per = per(rate.group(3), rate.group(4));
            add(new Limit(Numbers.decimal(rate.group(1)), unit(rate.group(2)), per), sentence, claims);
            return;
        }
        Matcher count = COUNT.matcher(text);
        List<Limit> found = count.results()
                .map(match -> new Limit(Numbers.decimal(match.group(1)), unit(match.group(2)), null))
                .toList();
        if (found.size() == 1) {
            add(found.getFirst(), sentence, claims);
        }
    }

    static void table(Passages.Placed placed, StatedClaims claims) {
        for (Row row : placed.table().rows()) {
            for (int column = 1; column < row.cells().size(); column++) {
                cell(row, column, placed, claims);
            }
        }
    }

    /// A cell that is nothing but a limit says so of its row.
    private static void cell(Row row, int column, Passages.Placed placed, StatedClaims claims) {
        List<Text> head = placed.table().head();
        String about = row.cells().getFirst().plain() + " "
                + (column < head.size() ? head.get(column).plain() : "");
        Limit limit = limit(row.cells().get(column).plain(), about + " " + placed.setting());
        if (limit != null) {
            String text = row.cells().stream().map(Passage::written).collect(Collectors.joining(" | ", "| ", " |"));
            Passage passage = new Passage(List.of(row.cells().get(column)), about, placed.setting());
            add(limit, new Sentence(text, row.line(), passage), claims);
        }
    }

    private static @Nullable Limit limit(String cell, String around) {
        if (NO_LIMIT_CELL.matcher(cell).matches()) {
            return new Limit(null, "", null);
        }
        Matcher rate = RATE.matcher(cell);
        if (rate.find()) {
            return new Limit(Numbers.decimal(rate.group(1)), unit(rate.group(2)), per(rate.group(3), rate.group(4)));
        }
        Matcher count = COUNT.matcher(cell);
        return count.matches() && ALLOWS.matcher(around).find()
                ? new Limit(Numbers.decimal(count.group(1)), unit(count.group(2)), null)
                : null;
    }

    /// A unit of bytes, or the last word of what is counted, in the plural as it stands.
    private static String unit(@Nullable String words) {
        String text = words == null ? "" : words;
        Matcher bytes = BYTES.matcher(text);
        if (bytes.matches()) {
            return bytes.group(1);
        }
        String counted = SCOPE.matcher(text).replaceFirst("").strip();
        String last = counted.substring(counted.lastIndexOf(' ') + 1);
        return last.matches("[A-Za-z]+") ? last : "";
    }

    private static @Nullable Duration per(@Nullable String count, String unit) {
        String whole = switch (unit.toLowerCase(Locale.ROOT)) {
            case "s", "sec" -> "second";
            case "min" -> "minute";
            case "h", "hr" -> "hour";
            case "d" -> "day";
            default -> Quantity.singular(unit.toLowerCase(Locale.ROOT));
        };
        return Spans.of(count == null ? 1 : Long.parseLong(count), whole);
    }

    /// The heading over it may name the service, or what is limited.
    private static void add(Limit limit, Sentence sentence, StatedClaims claims) {
        Passage passage = sentence.passage();
        String setting = passage.setting();
        String heading = setting.substring(setting.lastIndexOf(" / ") < 0 ? 0 : setting.lastIndexOf(" / ") + SEPARATOR);
        String said = passage.under().isEmpty() ? sentence.text() : passage.under() + " " + passage.text();
        if (limit.most() == null || limit.most().compareTo(BigDecimal.ZERO) > 0) {
            claims.add(new Stated(limit, (heading + " " + said).strip(), Origin.STATED), sentence);
        }
    }
}
