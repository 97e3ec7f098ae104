package muster.markdown;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.markdown.TimelineExtractor.Timeline;
import muster.plan.Deadline;
import muster.plan.Estimate;
import muster.plan.Phase;
import org.jspecify.annotations.Nullable;

/// Recalculates what a document calculates, and warns where the results differ or deserve a look.
final class Arithmetic {
    private static final Pattern DELIVERABLES =
            Pattern.compile("(?i)\\b(\\d{1,3})\\s+(?:\\w+\\s+)?(?:deliverables?|deliverable documents?)\\b");
    private static final Pattern TOTAL = Pattern.compile("(?i)^total\\b.*");

    private final Reading reading;
    private final Map<Integer, Duration> times = new HashMap<>();

    Arithmetic(Reading reading) {
        this.reading = reading;
    }

    void check(Timeline timeline, List<Phase> phases, int deliverables) {
        Set<Integer> lines =
                timeline.deadlines().stream().map(Arithmetic::lineOf).collect(Collectors.toSet());
        reading.document().prose().filter(text -> lines.contains(text.line())).forEach(this::noteTime);
        windows(timeline, sum(phases));
        deliverables(deliverables);
        reading.document().sections().forEach(this::total);
    }

    private static int lineOf(Deadline deadline) {
        return deadline.source() == null ? 1 : deadline.source().line();
    }

    private void noteTime(Text text) {
        Duration time = Durations.first(Headings.parenthesis(text.plain()));
        if (time != null) {
            times.putIfAbsent(text.line(), time);
        }
    }

    private static Duration sum(List<Phase> phases) {
        return phases.stream()
                .map(Phase::estimate)
                .filter(java.util.Objects::nonNull)
                .map(Estimate::likely)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void windows(Timeline timeline, Duration work) {
        for (Deadline deadline : timeline.deadlines()) {
            if (timeline.startLine() == 0) {
                return;
            }
            Duration window = Duration.between(timeline.start(), deadline.at());
            int line = lineOf(deadline);
            stated(window, deadline, line);
            if (window.isNegative()) {
                reading.notes().warn(line, "'" + deadline.title() + "' lies before the start");
            } else if (deadline.equals(timeline.deadlines().getFirst()) && !work.isZero() && !work.equals(window)) {
                String verdict = work.compareTo(window) > 0 ? "they do not fit" : "the rest is slack";
                reading.notes()
                        .warn(
                                line,
                                "the phases take " + hours(work) + " in sum, the window until '" + deadline.title()
                                        + "' is " + hours(window) + "; " + verdict);
            }
        }
        if (timeline.deadlines().size() > 1) {
            reading.notes()
                    .warn(
                            1,
                            timeline.deadlines().size() + " deadlines at different times: "
                                    + String.join(
                                            ", ",
                                            timeline.deadlines().stream()
                                                    .map(each -> each.title() + " " + each.at())
                                                    .toList()));
        }
    }

    /// The time that stands in parentheses behind a deadline.
    private void stated(Duration window, Deadline deadline, int line) {
        Duration stated = times.get(line);
        if (stated != null && !stated.equals(window)) {
            reading.notes()
                    .warn(
                            line,
                            "'" + deadline.title() + "' says " + hours(stated) + ", yet it is " + hours(window)
                                    + " after the start");
        }
    }

    private void deliverables(int listed) {
        reading.document().prose().forEach(line -> {
            Matcher matcher = DELIVERABLES.matcher(line.plain());
            if (listed > 0 && matcher.find() && Numbers.count(matcher.group(1)) != listed) {
                reading.notes()
                        .warn(
                                line.line(),
                                "the document speaks of " + matcher.group(1) + " deliverables and lists " + listed);
            }
        });
    }

    /// A line `Total: n unit` against the other numbers of that unit in the list.
    private void total(Section section) {
        List<Text> lines = section.entries().stream().map(Entry::text).toList();
        for (Text line : lines) {
            Amount total = TOTAL.matcher(line.plain()).matches() ? Amount.in(line.plain()) : null;
            if (total != null) {
                total(line, total, lines);
            }
        }
    }

    private void total(Text totalLine, Amount total, List<Text> lines) {
        List<Amount> parts = lines.stream()
                .filter(line -> line.line() != totalLine.line())
                .map(line -> Amount.in(line.plain()))
                .filter(amount -> amount != null && amount.unit().equals(total.unit()))
                .toList();
        BigDecimal sum = parts.stream().map(Amount::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (parts.size() > 1 && sum.compareTo(total.value()) != 0) {
            reading.notes()
                    .warn(
                            totalLine.line(),
                            "the total is given as " + total.value().toPlainString() + " " + total.unit()
                                    + ", the parts add up to " + sum.toPlainString());
        }
    }

    /// A number with its unit, in the singular.
    private record Amount(BigDecimal value, String unit) {
        private static final Pattern SHAPE =
                Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d{1,12}(?:\\.\\d{1,6})?)\\s*([A-Za-z%]+)");

        static @Nullable Amount in(String text) {
            Matcher matcher = SHAPE.matcher(text);
            return matcher.find()
                    ? new Amount(
                            Numbers.decimal(matcher.group(1)),
                            matcher.group(2).toLowerCase(Locale.ROOT).replaceFirst("s$", ""))
                    : null;
        }
    }

    private static String hours(Duration time) {
        return BigDecimal.valueOf(time.toMinutes())
                        .divide(BigDecimal.valueOf(60), 2, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " h";
    }
}
