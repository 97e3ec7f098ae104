package muster.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.charts.Timetable.Arc;
import muster.charts.Timetable.Bar;
import muster.plan.Agent;
import muster.plan.Calendar;
import muster.plan.ConstraintKind;
import muster.plan.Lag;
import muster.plan.TimeSpan;
import net.sf.mpxj.ConstraintType;
import net.sf.mpxj.FieldTypeClass;
import net.sf.mpxj.LocalTimeRange;
import net.sf.mpxj.MPXJException;
import net.sf.mpxj.ProjectCalendar;
import net.sf.mpxj.ProjectFile;
import net.sf.mpxj.Relation;
import net.sf.mpxj.RelationType;
import net.sf.mpxj.Task;
import net.sf.mpxj.TimeUnit;
import net.sf.mpxj.mspdi.MSPDIReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Our files for Microsoft Project, read back by MPXJ, a library of others that reads and writes such files.
class ProjectFileReadTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    Path folder;

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anotherReaderFindsTheSameSchedule(long seed) throws IOException {
        var table = Drawn.table(folder, RandomTimedPlan.yaml(seed));

        var file = read(table);

        var tasks = tasks(file);
        assertThat(tasks.keySet())
                .isEqualTo(table.bars().stream().map(bar -> bar.id().value()).collect(Collectors.toSet()));
        for (var bar : table.bars()) {
            same(table, bar, tasks.get(bar.id().value()));
        }
        assertThat(links(file))
                .containsExactlyInAnyOrderElementsOf(
                        table.arcs().stream().map(ProjectFileReadTest::words).toList());
        assertThat(assignments(file)).containsExactlyInAnyOrderElementsOf(assignments(table));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anotherReaderFindsEveryAgentsHoursWhateverTheZoneAndTheClocks(long seed) throws IOException {
        var spring = RandomTimedPlan.yaml(seed);
        var autumn = spring.replace("2026-03-", "2026-10-").replace("2026-04-", "2026-11-");

        sameHours(Drawn.table(folder, spring));
        sameHours(Drawn.table(folder, autumn));
    }

    private static void sameHours(Timetable table) {
        var file = read(table);

        for (var agent : table.team().agents()) {
            var resource = file.getResources().stream()
                    .filter(each -> agent.name().equals(each.getName()))
                    .findFirst()
                    .orElseThrow();
            assertThat(resource.getMaxUnits().doubleValue()).isEqualTo(100.0 * agent.capacity());
            for (var at = table.head().start();
                    at.isBefore(table.head().finish());
                    at = at.plus(Duration.ofMinutes(30))) {
                boolean shownTwice =
                        BERLIN.getRules().getValidOffsets(local(at)).size() > 1;
                assertThat(shownTwice || isOpen(resource.getCalendar(), local(at)) == isOpen(table, agent, at))
                        .as("%s at %s", agent.id(), at)
                        .isTrue();
            }
        }
    }

    private static void same(Timetable table, Bar bar, Task task) {
        assertThat(task.getName()).isEqualTo(bar.title());
        assertThat(task.getStart()).isEqualTo(local(bar.start()));
        assertThat(task.getFinish()).isEqualTo(local(bar.finish()));
        assertThat(task.getDuration()
                        .convertUnits(TimeUnit.MINUTES, task.getParentFile().getProjectProperties())
                        .getDuration())
                .isEqualTo((double) bar.work().toMinutes());
        assertThat(task.getMilestone()).isEqualTo(bar.kind() != Timetable.Kind.WORK);
        assertThat(task.getCritical()).isEqualTo(table.isCritical(bar));
        var timed = bar.task();
        if (timed == null) {
            return;
        }
        assertThat(task.getPriority().getValue()).isEqualTo(timed.timing().priority());
        var finishBy = Stream.concat(
                        Stream.ofNullable(timed.timing().deadline()),
                        timed.timing().constraints().stream()
                                .filter(each -> each.kind() == ConstraintKind.FINISH_NO_LATER_THAN)
                                .map(each -> each.at()))
                .min(Instant::compareTo);
        assertThat(task.getDeadline())
                .isEqualTo(finishBy.map(ProjectFileReadTest::local).orElse(null));
        for (var date : timed.timing().constraints()) {
            var kept = task.getConstraintType() == type(date.kind())
                    && local(date.at()).equals(task.getConstraintDate());
            var due = date.kind() == ConstraintKind.FINISH_NO_LATER_THAN
                    && local(date.at()).equals(task.getDeadline());
            assertThat(kept || due || local(date.at()).equals(column(task, words(date.kind()))))
                    .as("%s of %s, read as %s", date, bar.id(), task.getConstraintType())
                    .isTrue();
        }
        var deadline = timed.timing().deadline();
        assertThat(deadline == null
                        || local(deadline).equals(task.getDeadline())
                        || local(deadline).equals(column(task, "Deadline of the plan")))
                .isTrue();
    }

    /// What the column of that name says of the task.
    private static @Nullable Object column(Task task, String name) {
        var field = task.getParentFile().getCustomFields().getFieldTypeByAlias(FieldTypeClass.TASK, name);
        return field == null ? null : task.get(field);
    }

    private static String words(ConstraintKind kind) {
        return switch (kind) {
            case START_NO_EARLIER_THAN -> "Start no earlier than";
            case START_NO_LATER_THAN -> "Start no later than";
            case FINISH_NO_EARLIER_THAN -> "Finish no earlier than";
            case FINISH_NO_LATER_THAN -> "Finish no later than";
            case MUST_START_ON -> "Must start on";
            case MUST_FINISH_ON -> "Must finish on";
        };
    }

    private static ConstraintType type(ConstraintKind kind) {
        return switch (kind) {
            case START_NO_EARLIER_THAN -> ConstraintType.START_NO_EARLIER_THAN;
            case START_NO_LATER_THAN -> ConstraintType.START_NO_LATER_THAN;
            case FINISH_NO_EARLIER_THAN -> ConstraintType.FINISH_NO_EARLIER_THAN;
            case FINISH_NO_LATER_THAN -> ConstraintType.FINISH_NO_LATER_THAN;
            case MUST_START_ON -> ConstraintType.MUST_START_ON;
            case MUST_FINISH_ON -> ConstraintType.MUST_FINISH_ON;
        };
    }

    private static String words(Arc arc) {
        var kind = switch (arc.kind()) {
            case FINISH_TO_START -> RelationType.FINISH_START;
            case START_TO_START -> RelationType.START_START;
            case FINISH_TO_FINISH -> RelationType.FINISH_FINISH;
            case START_TO_FINISH -> RelationType.START_FINISH;
        };
        boolean elapsed = arc.lag().passing() == Lag.Passing.ELAPSED;
        return "%s %s %s %d min%s"
                .formatted(arc.from(), kind, arc.to(), arc.lag().time().toMinutes(), elapsed ? " elapsed" : "");
    }

    private static List<String> links(ProjectFile file) {
        return file.getTasks().stream()
                .flatMap(task -> task.getPredecessors().stream())
                .map(ProjectFileReadTest::words)
                .toList();
    }

    private static String words(Relation relation) {
        var lag = relation.getLag();
        boolean elapsed = lag.getUnits() == TimeUnit.ELAPSED_HOURS;
        return "%s %s %s %d min%s"
                .formatted(
                        relation.getPredecessorTask().getNotes(),
                        relation.getType(),
                        relation.getSuccessorTask().getNotes(),
                        Math.round(lag.getDuration() * 60),
                        elapsed ? " elapsed" : "");
    }

    private static List<String> assignments(ProjectFile file) {
        return file.getResourceAssignments().stream()
                .map(each ->
                        each.getTask().getNotes() + " " + each.getResource().getName() + " " + each.getStart()
                                + " " + each.getFinish() + " "
                                + Math.round(each.getWork().getDuration() * 60))
                .toList();
    }

    private static List<String> assignments(Timetable table) {
        return table.bars().stream()
                .flatMap(bar -> table.team().agents().stream()
                        .filter(agent -> bar.slot().owners().contains(agent.id()))
                        .map(agent -> bar.id() + " " + agent.name() + " " + local(bar.start()) + " "
                                + local(bar.finish()) + " " + bar.work().toMinutes()))
                .toList();
    }

    /// As the calendars are defined, instant by instant.
    private static boolean isOpen(Timetable table, Agent agent, Instant at) {
        var calendar = table.team().calendars().stream()
                .filter(each -> each.id().equals(agent.calendar()))
                .findFirst()
                .orElse(null);
        var local = at.atZone(calendar == null ? ZoneOffset.UTC : calendar.zone());
        var day = local.toLocalDate();
        var own = agent.availability();
        var special =
                own.exceptions().stream().filter(each -> each.day().equals(day)).findFirst();
        if (special.isPresent()) {
            return within(special.get().hours(), local.toLocalTime());
        }
        if (own.daysOff().stream().anyMatch(off -> off.contains(day))) {
            return false;
        }
        return calendar == null || isOpen(calendar, local.toLocalDateTime());
    }

    private static boolean isOpen(Calendar calendar, LocalDateTime local) {
        var day = local.toLocalDate();
        var special = calendar.exceptions().stream()
                .filter(each -> each.day().equals(day))
                .findFirst();
        if (special.isPresent()) {
            return within(special.get().hours(), local.toLocalTime());
        }
        DayOfWeek weekday = local.getDayOfWeek();
        return !calendar.holidays().contains(day)
                && within(
                        calendar.hours().stream()
                                .filter(hours -> hours.days().contains(weekday))
                                .map(hours -> new TimeSpan(hours.from(), hours.until()))
                                .toList(),
                        local.toLocalTime());
    }

    private static boolean within(List<TimeSpan> spans, LocalTime time) {
        return spans.stream()
                .anyMatch(span -> !time.isBefore(span.from())
                        && (span.until().equals(LocalTime.MIDNIGHT) || time.isBefore(span.until())));
    }

    private static boolean isOpen(ProjectCalendar calendar, LocalDateTime local) {
        return calendar.getHours(local.toLocalDate()).stream().anyMatch(range -> within(range, local.toLocalTime()));
    }

    private static boolean within(LocalTimeRange range, LocalTime time) {
        return within(List.of(new TimeSpan(range.getStart(), range.getEnd())), time);
    }

    private static LocalDateTime local(Instant at) {
        return at.atZone(BERLIN).toLocalDateTime();
    }

    private static Map<String, Task> tasks(ProjectFile file) {
        Map<String, Task> tasks = new HashMap<>();
        file.getTasks().stream().filter(task -> !task.getSummary()).forEach(task -> tasks.put(task.getNotes(), task));
        return tasks;
    }

    private static ProjectFile read(Timetable table) {
        try {
            return new MSPDIReader()
                    .read(new ByteArrayInputStream(Mspdi.write(table).getBytes(StandardCharsets.UTF_8)));
        } catch (MPXJException broken) {
            throw new AssertionError(broken);
        }
    }
}
