package muster.charts;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import muster.charts.Timetable.Bar;
import muster.charts.Timetable.Lane;
import muster.plan.TaskId;
import muster.report.CsvRow;
import muster.schedule.Wait;

/// A schedule as CSV (RFC 4180), one row per item. Instants of UTC; times in whole seconds of working time.
final class ScheduleCsv {
    private static final String COLUMNS = "id title phase kind owners start finish work_seconds total_slack_seconds "
            + "free_slack_seconds latest_finish critical after deadline";

    private ScheduleCsv() {}

    static String write(Timetable table) {
        return CsvRow.lines(Stream.concat(
                Stream.<List<?>>of(List.of(COLUMNS.split(" "))),
                table.lanes().stream().flatMap(lane -> lane.bars().stream().map(bar -> row(table, lane, bar)))));
    }

    private static List<Object> row(Timetable table, Lane lane, Bar bar) {
        var slot = bar.slot();
        var task = bar.task();
        return List.of(
                bar.id().value(),
                bar.title(),
                lane.title(),
                Words.of(bar.kind()),
                table.owners(bar),
                bar.start().toString(),
                bar.finish().toString(),
                bar.work().toSeconds(),
                slot.totalSlack().toSeconds(),
                slot.freeSlack().toSeconds(),
                bar.latest().toString(),
                String.valueOf(table.isCritical(bar)),
                after(slot.waits()),
                task == null ? "" : Objects.toString(task.timing().deadline(), ""));
    }

    /// The items that it waited for.
    private static String after(List<Wait> waits) {
        return String.join(
                " ",
                waits.stream()
                        .flatMap(wait -> Stream.ofNullable(wait.other()))
                        .map(TaskId::value)
                        .distinct()
                        .toList());
    }
}
