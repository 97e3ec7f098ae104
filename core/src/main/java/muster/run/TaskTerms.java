package muster.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.plan.Expectation;
import muster.plan.Probe;
import muster.plan.ResourceId;
import muster.plan.Task;
import muster.plan.WorkMode;

/// On what terms a run gives out what a plan file lays out.
///
/// @param conduct what holds where a task does not say otherwise
/// @param budgets the consumable resources that the run keeps count of
public record TaskTerms(WholeRun.Conduct conduct, List<ResourceId> budgets) {
    /// Nobody checks, nothing is counted.
    public static final TaskTerms USUAL = new TaskTerms(WholeRun.Conduct.USUAL, List.of());

    /// A deliverable that is a file: without spaces, with a folder or an ending.
    private static final Pattern FILE = Pattern.compile("\\S+/\\S*|\\S+\\.[A-Za-z0-9]{1,8}");

    public TaskTerms {
        budgets = List.copyOf(budgets);
    }

    /// Those of a task: it may write what it says, and what it has to deliver.
    public Terms of(Task task) {
        var files = task.deliverables().stream()
                .filter(each -> FILE.matcher(each).matches())
                .toList();
        var asked = task.contract();
        return new Terms(
                task.timing().modes().stream().map(WorkMode::who).toList(),
                Stream.concat(asked.writes().stream(), files.stream())
                        .distinct()
                        .toList(),
                files,
                Objects.requireNonNullElse(asked.checking(), conduct.checking()),
                Objects.requireNonNullElse(asked.late(), conduct.late()),
                task.timeBox(),
                spends(task),
                task.timeBox() == null
                        ? 1
                        : task.estimate().parts(task.timeBox(), task.timing().slowest()));
    }

    /// Those of a remedy: it may write the files and tables that the expectations look at which it meets.
    public Terms of(List<Expectation> met) {
        var writes = met.stream()
                .map(Expectation::probe)
                .flatMap(TaskTerms::written)
                .distinct()
                .toList();
        return new Terms(List.of(), writes, List.of(), conduct.checking(), conduct.late(), null);
    }

    private static Stream<String> written(Probe probe) {
        return switch (probe) {
            case Probe.FileThere(var path) -> Stream.of(path);
            case Probe.Script(var path, var _) -> Stream.of(path);
            case Probe.Tracked(var path) -> Stream.of(path);
            case Probe.Written(var path) -> Stream.of(path);
            case Probe.Table(var _, var table, var _) -> Stream.of("table:" + table);
            case Probe _ -> Stream.of();
        };
    }

    private SortedMap<ResourceId, BigDecimal> spends(Task task) {
        var spends = new TreeMap<ResourceId, BigDecimal>();
        task.demands().stream()
                .filter(demand -> budgets.contains(demand.resource()))
                .forEach(demand -> spends.merge(demand.resource(), demand.amount(), BigDecimal::add));
        return spends;
    }
}
