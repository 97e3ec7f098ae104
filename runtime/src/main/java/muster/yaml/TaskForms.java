package muster.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.Checking;
import muster.plan.Contract;
import muster.plan.DateConstraint;
import muster.plan.DayWindow;
import muster.plan.Demand;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.LateResults;
import muster.plan.Link;
import muster.plan.Money;
import muster.plan.ResourceId;
import muster.plan.RiskLevel;
import muster.plan.Source;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.plan.TaskKind;
import muster.plan.Timing;
import muster.plan.WorkMode;
import org.jspecify.annotations.Nullable;

/// The pieces of work.
final class TaskForms {
    private static final Field<Demand, ResourceId> RESOURCE = Field.required(
            "resource", NameForm.refers(Kind.RESOURCE, ResourceId::new), Demand::resource, "the resource");
    private static final Field<Demand, BigDecimal> AMOUNT = Field.required(
            "amount", NumberForm.AMOUNT, Demand::amount, "how much of it the task holds or uses up, in its unit");

    private static final Field<Demand, @Nullable TaskId> UNTIL = Field.optional(
            "until",
            NameForm.refers(Kind.TASK, TaskId::new),
            Demand::until,
            "of a reservoir, the task whose finish gives it back; left out, it stays taken");

    private static final Form<Demand> DEMAND = new EntryForm<>(
            "demand",
            List.of(RESOURCE, AMOUNT, UNTIL),
            entry -> new Demand(entry.get(RESOURCE), entry.get(AMOUNT), entry.get(UNTIL)));

    static final Form<List<TaskId>> TASKS = ListForm.of(NameForm.refers(Kind.TASK, TaskId::new));

    private static final Field<Task, TaskId> ID = Field.required(
            "id",
            NameForm.declares(Kind.TASK, TaskId::new),
            Task::id,
            "names the task; the fact `done:<id>` holds once it is done");
    private static final Field<Task, String> TITLE =
            Field.required("title", LineForm.TITLE, Task::title, "what is done, in one line");
    private static final Field<Task, List<AgentId>> OWNERS = Field.required(
                    "owners",
                    ListForm.of(NameForm.refers(Kind.AGENT, AgentId::new)),
                    Task::owners,
                    "agents who do it; several means together")
            .or(List.of());
    private static final Field<Task, List<TaskId>> NEEDS = Field.required(
                    "needs", TASKS, Task::needs, "tasks that must be done before")
            .or(List.of());
    private static final Field<Task, List<FactId>> REQUIRES = Field.required(
                    "requires", Facts.LIST, Task::requires, "facts that must hold before it starts")
            .or(List.of());
    private static final Field<Task, List<FactId>> PROVIDES = Field.required(
                    "provides", Facts.LIST, Task::provides, "facts that hold once it is done")
            .or(List.of());
    private static final Field<Task, Estimate> ESTIMATE = Field.required(
                    "estimate", Estimates.ESTIMATE, Task::estimate, "working time it takes")
            .or(Estimate.ZERO);
    private static final Field<Task, Money> COST =
            Field.required("cost", Estimates.MONEY, Task::cost, "what it costs").or(Money.ZERO);
    private static final Field<Task, List<Demand>> DEMANDS = Field.required(
                    "demands", ListForm.of(DEMAND), Task::demands, "resources it holds or uses up")
            .or(List.of());
    private static final Field<Task, @Nullable RiskLevel> RISK =
            Field.optional("risk", WordForm.of(RiskLevel.class), Task::risk, "how risky it is");
    private static final Field<Task, Action> ACTION = Field.required(
                    "action", ActionForms.ACTION, Task::action, "how it is carried out")
            .or(new Action.Manual(""));
    private static final Field<Task, @Nullable DayWindow> DAYS =
            Field.optional("days", Estimates.DAYS, Task::days, "days of the plan on which it is meant to be done");
    private static final Field<Task, List<String>> DELIVERABLES = Field.required(
                    "deliverables", ListForm.of(TextForm.SOME), Task::deliverables, "what it leaves behind")
            .or(List.of());
    private static final Field<Task, Integer> RETRIES = Field.required(
                    "retries",
                    WholeForm.between(0, Task.MOST_RETRIES),
                    Task::retries,
                    "how often a failed attempt is repeated")
            .or(0);
    private static final Field<Task, @Nullable Duration> TIME_BOX = Field.optional(
            "time-box",
            Durations.DURATION,
            Task::timeBox,
            "longest working time of one agent, then the claim ends and whoever claims it next goes on; once it took as"
                    + " many as its estimate (max) needs, somebody is asked");
    private static final Field<Task, @Nullable Action> COMPENSATION =
            Field.optional("compensation", ActionForms.ACTION, Task::compensation, "what undoes it");
    private static final Field<Task, @Nullable Source> SOURCE =
            Field.optional("source", Sources.SOURCE, Task::source, Sources.SAYS);

    private static final Field<Task, List<Link>> LINKS = Field.<Task, List<Link>>required(
                    "links",
                    TimingForms.LINKS,
                    task -> task.timing().links(),
                    "tasks that hold it back otherwise than by having to be done before")
            .or(List.of());
    private static final Field<Task, List<DateConstraint>> CONSTRAINTS = Field.<Task, List<DateConstraint>>required(
                    "constraints",
                    TimingForms.CONSTRAINTS,
                    task -> task.timing().constraints(),
                    "dates it is tied to")
            .or(List.of());
    private static final Field<Task, @Nullable Instant> DEADLINE = Field.optional(
            "deadline", Times.INSTANT, task -> task.timing().deadline(), "when it should be finished; moves nothing");
    private static final Field<Task, TaskKind> KIND = Field.<Task, TaskKind>required(
                    "kind", WordForm.of(TaskKind.class), task -> task.timing().kind(), "a milestone takes no time")
            .or(TaskKind.WORK);
    private static final Field<Task, Integer> PRIORITY = Field.<Task, Integer>required(
                    "priority",
                    TimingForms.PRIORITY,
                    task -> task.timing().priority(),
                    "the higher, the earlier, where it does not move the end")
            .or(Timing.MIDDLE_PRIORITY);
    private static final Field<Task, List<WorkMode>> MODES = Field.<Task, List<WorkMode>>required(
                    "modes",
                    TimingForms.MODES,
                    task -> task.timing().modes(),
                    "ways to do it, beside that of its owners")
            .or(List.of());

    private static final Field<Task, List<String>> WRITES = Field.<Task, List<String>>required(
                    "writes",
                    ListForm.of(new GlobForm()),
                    task -> task.contract().writes(),
                    "what nobody else may write meanwhile: path globs relative to the workspace, or table:NAME")
            .or(List.of());
    private static final Field<Task, @Nullable Checking> CHECKED = Field.optional(
            "checked-by",
            WordForm.of(Checking.class),
            task -> task.contract().checking(),
            "who looks at the work before it counts as done; left out, as the run says for all");
    private static final Field<Task, @Nullable LateResults> LATE = Field.optional(
            "late-results",
            WordForm.of(LateResults.class),
            task -> task.contract().late(),
            "what becomes of results after the lease was lost; left out, as the run says for all");
    private static final Field<Task, @Nullable String> PLAN = Field.optional(
            "plan",
            TextForm.SOME,
            task -> task.contract().plan(),
            "file of the plan that this task is, relative to this file; its tasks become `<task>.<their id>`");

    private static final List<Field<Task, ?>> TIMING = List.of(LINKS, CONSTRAINTS, DEADLINE, KIND, PRIORITY, MODES);
    private static final List<Field<Task, ?>> CONTRACT = List.of(WRITES, CHECKED, LATE, PLAN);

    static final Form<Task> TASK = new OrderedForm<>(
            new EntryForm<>(
                    "task",
                    List.of(
                            ID,
                            TITLE,
                            OWNERS,
                            NEEDS,
                            REQUIRES,
                            PROVIDES,
                            ESTIMATE,
                            COST,
                            DEMANDS,
                            RISK,
                            ACTION,
                            DAYS,
                            DELIVERABLES,
                            RETRIES,
                            TIME_BOX,
                            COMPENSATION,
                            SOURCE,
                            LINKS,
                            CONSTRAINTS,
                            DEADLINE,
                            KIND,
                            PRIORITY,
                            MODES,
                            WRITES,
                            CHECKED,
                            LATE,
                            PLAN),
                    entry -> new Task(
                            entry.get(ID),
                            entry.get(TITLE),
                            entry.get(OWNERS),
                            entry.get(NEEDS),
                            entry.get(REQUIRES),
                            entry.get(PROVIDES),
                            entry.get(ESTIMATE),
                            entry.get(COST),
                            entry.get(DEMANDS),
                            entry.get(RISK),
                            entry.get(ACTION),
                            entry.get(DAYS),
                            entry.get(DELIVERABLES),
                            entry.get(RETRIES),
                            entry.get(TIME_BOX),
                            entry.get(COMPENSATION),
                            entry.get(SOURCE),
                            timing(entry),
                            contract(entry))),
            TaskForms::timeless,
            task -> task);

    private TaskForms() {}

    /// Most tasks say nothing of it and share one object.
    private static Timing timing(Entry<Task> entry) {
        return entry.holdsOnlyStandards(TIMING)
                ? Timing.FREE
                : new Timing(
                        entry.get(LINKS),
                        entry.get(CONSTRAINTS),
                        entry.get(DEADLINE),
                        entry.get(KIND),
                        entry.get(PRIORITY),
                        entry.get(MODES));
    }

    private static Contract contract(Entry<Task> entry) {
        return entry.holdsOnlyStandards(CONTRACT)
                ? Contract.NONE
                : new Contract(entry.get(WRITES), entry.get(CHECKED), entry.get(LATE), entry.get(PLAN));
    }

    private static Task timeless(Task task) {
        if (task.timing().kind() == TaskKind.MILESTONE && !task.estimate().max().isZero()) {
            throw new IllegalArgumentException("a milestone takes no time, but " + task.id() + " has an estimate");
        }
        return task;
    }
}
