package muster.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.ConflictRule;
import muster.plan.Escalation;
import muster.plan.FactId;
import muster.plan.Gate;
import muster.plan.HandOff;
import muster.plan.ItemId;
import muster.plan.RiskLevel;
import muster.plan.TaskId;
import muster.run.Command;
import muster.run.Event;
import muster.run.Hands;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.RunRules;
import muster.run.RunState;
import muster.run.Step;
import muster.run.StepState;
import muster.run.TeamFacts;

/// A team under test: two tasks, a hand-off between them, and a clock moved by hand.
final class Together {
    static final AgentId DEVOPS = new AgentId("devops");
    static final AgentId PERF = new AgentId("perf");
    static final AgentId QA = new AgentId("qa");
    static final AgentId GOAP = new AgentId("goap");
    static final RunId RUN = new RunId("r1");

    Instant now;
    RunState run = RunState.before(RUN);
    CoordinationState state;
    final List<Happening> told = new ArrayList<>();

    Together(Instant start) {
        this(
                start,
                List.of(
                        step("scheduler", DEVOPS, List.of(), List.of()),
                        step("matrix", PERF, List.of("scheduler"), List.of(TeamFacts.accepted(new ItemId("to-perf"))))),
                List.of(),
                charter());
    }

    Together(Instant start, List<Step> steps, List<Gate> gates, Charter charter) {
        now = start;
        state = CoordinationState.of(run);
        var open = gates.stream()
                .map(gate -> RunGate.of(gate, gate.after(), List.of()))
                .toList();
        run(new Command.Start(new RunPlan(RUN, steps, open), "digest", new TreeSet<>()));
        grant(new CoordinationCommand.Agree(charter));
    }

    static Charter charter() {
        var members = List.of(
                new Charter.Member(DEVOPS, "DevOps Engineer"),
                new Charter.Member(PERF, "Performance Specialist"),
                new Charter.Member(QA, "QA Engineer"));
        return new Charter(
                members,
                List.of(new HandOff(
                        new ItemId("to-perf"),
                        "the scheduler",
                        DEVOPS,
                        PERF,
                        new TaskId("scheduler"),
                        new TaskId("matrix"),
                        null)),
                List.of(),
                List.of());
    }

    /// The usual team with gates, escalations to the GOAP agent, and four hours of work for each task.
    static Charter charter(List<Gate> gates, List<ConflictRule> rules, List<String> tasks) {
        var members = new ArrayList<>(charter().members());
        members.add(new Charter.Member(GOAP, "GOAP agent"));
        var lengths = new TreeMap<TaskId, Duration>();
        tasks.forEach(task -> lengths.put(new TaskId(task), Duration.ofHours(4)));
        return new Charter(
                members,
                List.of(),
                List.of(),
                rules,
                gates.stream()
                        .map(gate -> new GateRule(gate.id(), gate.policy(), gate.terms()))
                        .toList(),
                List.of(new Escalation(new ItemId("e"), "conflicts persist", "GOAP agent", null)),
                List.of(),
                lengths);
    }

    static Step step(String id, AgentId owner, List<String> needs, List<FactId> requires) {
        return new Step(
                new TaskId(id),
                "the " + id,
                List.of(owner),
                new Action.Manual("do it"),
                needs.stream().map(TaskId::new).toList(),
                requires,
                List.of(),
                List.of(),
                0,
                null);
    }

    void run(Command command) {
        RunRules.decide(run, command, now).forEach(event -> tell(new Happening(now, event, null)));
    }

    private void tell(Happening happening) {
        state = state.after(happening);
        run = state.run();
        told.add(happening);
    }

    Ruling ask(CoordinationCommand command) {
        var ruling = CoordinationRules.decide(state, command, now);
        if (ruling instanceof Ruling.Granted(var events, var orders)) {
            events.forEach(event -> tell(new Happening(now, new Event.Noted("coordination", ""), event)));
            orders.forEach(this::run);
        }
        return ruling;
    }

    void grant(CoordinationCommand command) {
        assertThat(ask(command)).isInstanceOf(Ruling.Granted.class);
    }

    String deny(CoordinationCommand command) {
        return ((Ruling.Denied) ask(command)).why();
    }

    void complete(String task, AgentId by) {
        run(new Command.CompleteManual(new TaskId(task), by, Hands.REAL, new TreeMap<>()));
    }

    void pass(Duration span) {
        now = now.plus(span);
    }

    /// Lets time pass and says what is due then, as whoever talks to the run does.
    List<CoordinationEvent> due(Duration span) {
        pass(span);
        var events = new ArrayList<CoordinationEvent>();
        var before = -1;
        while (before < told.size()) {
            before = told.size();
            if (ask(new CoordinationCommand.Due()) instanceof Ruling.Granted(var more, var _)) {
                events.addAll(more);
            }
        }
        return events;
    }

    StepState step(String task) {
        return run.step(new TaskId(task));
    }

    HandOffNote note(CheckRun... checks) {
        return new HandOffNote(
                HandOffRules.next(state, DEVOPS, now),
                DEVOPS,
                PERF,
                "2.1",
                List.of(new Delivered("scheduler.sh", "aa"), new Delivered("dashboard", null)),
                List.of("disk cleanup"),
                List.of(checks),
                RiskLevel.LOW,
                "Implement smart matrix execution",
                null);
    }

    CoordinationCommand.Offer offer(CheckRun... checks) {
        return new CoordinationCommand.Offer(note(checks), DEVOPS);
    }

    CoordinationCommand.Accept accept(String id, AgentId by, Map<String, String> found) {
        return new CoordinationCommand.Accept(HandOffId.parse(id), by, new TreeMap<>(found));
    }

    static CheckRun passed(String name) {
        return new CheckRun(name, CheckStatus.PASSED);
    }
}
