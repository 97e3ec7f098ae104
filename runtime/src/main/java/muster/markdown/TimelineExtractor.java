package muster.markdown;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.markdown.Columns.Role;
import muster.markdown.Moments.Moment;
import muster.markdown.Moments.Open;
import muster.plan.Deadline;
import org.jspecify.annotations.Nullable;

/// Reads when work may start and by when things are due.
final class TimelineExtractor {
    private static final Pattern START = Pattern.compile(
            "(?i)(?:planned |earliest |target |execution |project )?(?:start|begin|kick-?off|commence)\\w*(?: (?:date|time|on|at))?|day 1");
    private static final Pattern DATE =
            Pattern.compile("(?i)date|issued|directive issued|created|effective(?: date)?|written");
    private static final Pattern DEADLINE = Pattern.compile(
            "(?i).*(?:\\bdue\\b|deadline|completion|complete by|finish|deliver\\w* by|\\bend\\b|\\btarget date|must be done by|cut-?off|launch|go-?live|delivery).*");
    private static final Duration LAST_SECOND = Duration.ofDays(1).minusSeconds(1);

    private final Reading reading;
    private final List<Deadline> deadlines = new ArrayList<>();

    private TimelineExtractor(Reading reading) {
        this.reading = reading;
    }

    /// @param start the first instant of work; the epoch if the document names none
    /// @param startLine where it stands; 0 if nowhere
    record Timeline(Instant start, int startLine, List<Deadline> deadlines) {
        Timeline {
            deadlines = List.copyOf(deadlines);
        }
    }

    private record Dated(Field field, Moment moment, int line) {}

    static Timeline extract(Reading reading) {
        return new TimelineExtractor(reading).timeline();
    }

    private Timeline timeline() {
        List<Dated> dated = dated();
        dated.stream()
                .filter(each -> DEADLINE.matcher(each.field().key()).matches())
                .forEach(this::deadline);
        Dated start = Stream.of(START, DATE)
                .flatMap(keys -> dated.stream()
                        .filter(each -> keys.matcher(each.field().key()).matches()))
                .findFirst()
                .orElse(null);
        if (start == null) {
            reading.notes()
                    .ask(
                            reading.document().title().line(),
                            "When does day 1 begin?",
                            "The document names no start; the plan begins on 1970-01-01 until that is decided.");
            return new Timeline(Instant.EPOCH, 0, deadlines);
        }
        if (start.moment().open() == Open.ZONE) {
            askForZone(start);
        }
        return new Timeline(start.moment().at(), start.line(), deadlines);
    }

    private List<Dated> dated() {
        Stream<Dated> fields = reading.document()
                .prose()
                .map(line -> dated(line.field(), line.line()))
                .filter(java.util.Objects::nonNull);
        Stream<Dated> rows = reading.document().about(Topic.TIMELINE).stream()
                .flatMap(section -> section.tables().stream())
                .flatMap(TimelineExtractor::rows);
        return Stream.concat(fields, rows).toList();
    }

    private static @Nullable Dated dated(@Nullable Field field, int line) {
        Moment moment = field == null ? null : Moments.first(field.value());
        return field == null || moment == null ? null : new Dated(field, moment, line);
    }

    private static Stream<Dated> rows(Block.Table table) {
        Columns columns = Columns.of(table);
        if (!columns.has(Role.DUE) || table.head().size() < 2) {
            return Stream.empty();
        }
        return table.rows().stream()
                .map(row -> dated(new Field(row.cells().getFirst().plain(), columns.cell(row, Role.DUE)), row.line()))
                .filter(java.util.Objects::nonNull);
    }

    private void deadline(Dated dated) {
        Open open = dated.moment().open();
        Instant at = open == Open.TIME
                ? dated.moment().at().plus(LAST_SECOND)
                : dated.moment().at();
        if (deadlines.stream().anyMatch(known -> known.at().equals(at))) {
            return;
        }
        if (open == Open.TIME) {
            reading.notes()
                    .ask(
                            dated.line(),
                            "At what time is '" + dated.field().key() + "'?",
                            "Only the day is given; its end in UTC is taken until that is decided.");
        } else if (open == Open.ZONE) {
            askForZone(dated);
        }
        deadlines.add(new Deadline(
                reading.item("deadline", dated.field().key()), dated.field().key(), at, reading.at(dated.line())));
    }

    private void askForZone(Dated dated) {
        reading.notes()
                .ask(
                        dated.line(),
                        "In which time zone is '" + dated.field().key() + "'?",
                        "'" + Phrases.brief(dated.field().value(), 80)
                                + "' names no zone that is known; UTC is taken until that is decided.");
    }
}
