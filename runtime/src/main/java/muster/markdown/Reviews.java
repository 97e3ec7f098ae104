package muster.markdown;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.plan.Review;
import org.jspecify.annotations.Nullable;

/// Reads reviews after the end: headings with an interval and their criteria, and items that begin with an interval.
final class Reviews {
    private static final Pattern COUNTED = Pattern.compile("(?i)\\b(\\d{1,4})[- ](day|week|month|year)");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(daily|bi-?weekly|fortnightly|weekly|monthly|quarterly|semi-?annual(?:ly)?|annual(?:ly)?|yearly)\\b");
    private static final int FORTNIGHT = 14;
    private static final int QUARTER = 3;
    private static final int HALF_YEAR = 6;

    private final Reading reading;
    private final List<Review> reviews = new ArrayList<>();

    private Reviews(Reading reading) {
        this.reading = reading;
    }

    static List<Review> extract(Reading reading) {
        Reviews reviews = new Reviews(reading);
        reading.document().about(Topic.REVIEW).forEach(reviews::section);
        return reviews.reviews;
    }

    private void section(Section section) {
        Period whole = interval(section.title());
        if (whole != null) {
            add(
                    section.title(),
                    whole,
                    section.entries().stream()
                            .map(entry -> entry.text().plain())
                            .toList(),
                    section.line());
            return;
        }
        for (Entry entry : section.entries()) {
            Field field = entry.text().field();
            Period every = interval(field == null ? entry.text().plain() : field.key());
            if (every != null) {
                add(
                        field == null ? entry.text().plain() : field.key(),
                        every,
                        field == null ? List.of() : List.of(field.value()),
                        entry.line());
            }
        }
    }

    private void add(String title, Period every, List<String> criteria, int line) {
        reviews.add(new Review(reading.item("review", title), title, every, criteria, reading.at(line)));
    }

    static @Nullable Period interval(String text) {
        Matcher counted = COUNTED.matcher(text);
        if (counted.find()) {
            int count = Math.max(1, Numbers.count(counted.group(1)));
            return switch (counted.group(2).toLowerCase(Locale.ROOT)) {
                case "day" -> Period.ofDays(count);
                case "week" -> Period.ofWeeks(count);
                case "month" -> Period.ofMonths(count);
                default -> Period.ofYears(count);
            };
        }
        Matcher named = NAMED.matcher(text);
        return named.find() ? named(named.group(1).toLowerCase(Locale.ROOT).replace("-", "")) : null;
    }

    private static Period named(String interval) {
        return switch (interval) {
            case "daily" -> Period.ofDays(1);
            case "weekly" -> Period.ofWeeks(1);
            case "biweekly", "fortnightly" -> Period.ofDays(FORTNIGHT);
            case "monthly" -> Period.ofMonths(1);
            case "quarterly" -> Period.ofMonths(QUARTER);
            case "semiannual", "semiannually" -> Period.ofMonths(HALF_YEAR);
            default -> Period.ofYears(1);
        };
    }
}
