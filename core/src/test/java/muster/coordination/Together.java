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
import muster.plan.FactId;
import muster.plan.HandOff;
import muster.plan.ItemId;
import muster.plan.RiskLevel;
import muster.plan.TaskId;
import muster.run.Command;
import muster.run.Event;
import muster.run.Hands;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.RunRules;
import muster.run.RunState;
import muster.run.Step;

/// A team under test: two tasks, a hand-off between them, and a clock moved by hand.
final class Together {
    static final AgentId DEVOPS = new AgentId("devops");
    static final AgentId PERF = new AgentId("perf");
    static final AgentId QA = new AgentId("qa");
    static final RunId RUN = new RunId("r1");

    Instant now;
    RunState run = RunState.before(RUN);
    CoordinationState state;
    final List<Happening> told = new ArrayList<>();

    Together(Instant start) {
        now = start;
        var steps = List.of(
                step("scheduler", DEVOPS, List.of(), List.of()),
                step("matrix", PERF, List.of("scheduler"), List.of(RunPlan.accepted(new ItemId("to-perf")))));
        state = CoordinationState.of(run);
        run(new Command.Start(new RunPlan(RUN, steps, List.of()), "digest", new TreeSet<>()));
        grant(new CoordinationCommand.Agree(charter()));
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
        for (var event : RunRules.decide(run, command, now)) {
            run = RunRules.apply(run, event);
            told.add(new Happening(now, event, null));
        }
        state = state.in(run);
    }

    Ruling ask(CoordinationCommand command) {
        var ruling = CoordinationRules.decide(state, command, now);
        if (ruling instanceof Ruling.Granted(var events, var facts)) {
            for (var event : events) {
                state = state.after(event, now);
                told.add(new Happening(now, new Event.Noted("coordination", ""), event));
            }
            if (!facts.isEmpty()) {
                run(new Command.ReportFacts(DEVOPS, facts, new TreeSet<>()));
            }
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
