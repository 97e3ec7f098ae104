import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.plan.TaskId;
import muster.schedule.SchedulingProblem;
import org.mpxj.Duration;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.cpm.CpmException;
import org.mpxj.cpm.MicrosoftScheduler;

/// MPXJ's scheduler on the same tasks, in a week of five days from 08:00 to 16:00.
final class Mpxj {
    private final ProjectFile file = new ProjectFile();
    private final Map<TaskId, Task> tasks = new HashMap<>();
    private final LocalDateTime start;

    Mpxj(SchedulingProblem problem) {
        start = LocalDateTime.ofInstant(problem.start(), ZoneOffset.UTC);
        var calendar = file.addCalendar();
        calendar.setName("office");
        for (var day : DayOfWeek.values()) {
            boolean works = day.compareTo(DayOfWeek.FRIDAY) <= 0;
            calendar.setWorkingDay(day, works);
            var hours = calendar.addCalendarHours(day);
            if (works) {
                hours.add(new LocalTimeRange(LocalTime.of(8, 0), LocalTime.of(16, 0)));
            }
        }
        file.setDefaultCalendar(calendar);
        file.getProjectProperties().setStartDate(start);
        for (var item : problem.items()) {
            var task = file.addTask();
            task.setName(item.id().value());
            var duration = Duration.getInstance(item.estimate().likely().toHours(), TimeUnit.HOURS);
            task.setDuration(duration);
            task.setRemainingDuration(duration);
            task.setActualDuration(Duration.getInstance(0, TimeUnit.HOURS));
            item.needs().forEach(need -> task.addPredecessor(new Relation.Builder().predecessorTask(tasks.get(need))));
            tasks.put(item.id(), task);
        }
    }

    /// Schedules all tasks again.
    ProjectFile schedule() {
        try {
            new MicrosoftScheduler().schedule(file, start);
            return file;
        } catch (CpmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Tasks whose earliest or latest times are not those of Muster's network, in words.
    List<String> differences(muster.schedule.Network network) {
        var found = new ArrayList<String>();
        for (var activity : network.activities()) {
            var task = tasks.get(activity.item());
            if (!instant(task.getEarlyStart()).equals(activity.earliestStart())
                    || !instant(task.getEarlyFinish()).equals(activity.earliestFinish())) {
                found.add(activity.item() + ": " + task.getEarlyStart() + " to " + task.getEarlyFinish() + ", ours "
                        + activity.earliestStart() + " to " + activity.earliestFinish());
            }
        }
        return found;
    }

    private static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }
}
