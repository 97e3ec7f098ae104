package muster.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;

/// A run under test: told commands one by one, with a clock moved by hand.
final class Trial {
    final List<Event> events = new ArrayList<>();
    RunState state;
    Instant now = Instant.parse("2026-01-05T09:00:00Z");

    Trial(RunPlan plan, String... facts) {
        state = RunState.before(plan.id());
        var holding = new TreeSet<FactId>();
        List.of(facts).forEach(fact -> holding.add(new FactId(fact)));
        tell(new Command.Start(plan, "digest", holding));
    }

    List<Event> tell(Command command) {
        var decided = RunRules.decide(state, command, now);
        state = RunRules.replay(state, decided);
        events.addAll(decided);
        return decided;
    }

    Event.AttemptStarted claim(String task) {
        return (Event.AttemptStarted) tell(new Command.Claim(Plans.task(task), Plans.ANN, Place.ENGINE))
                .getFirst();
    }

    List<Event> succeed(String task) {
        return succeed(task, state.fence());
    }

    List<Event> succeed(String task, long fence) {
        return tell(new Command.Succeed(Plans.task(task), fence, new TreeMap<>()));
    }

    List<Event> fail(String task) {
        return tell(new Command.Fail(Plans.task(task), state.fence(), "the disk is full"));
    }

    void doIt(String task) {
        claim(task);
        succeed(task);
    }

    List<Event> approve(String gate, AgentId by) {
        return tell(new Command.Approve(new GateId(gate), by, "looks good"));
    }

    List<Event> complete(String task, AgentId by) {
        return tell(new Command.CompleteManual(Plans.task(task), by, Hands.REAL, new TreeMap<>()));
    }

    List<Event> report(String holding, String failing) {
        return tell(new Command.ReportFacts(
                Plans.BOB, new TreeSet<>(Plans.facts(holding)), new TreeSet<>(Plans.facts(failing))));
    }

    List<Event> rollBack() {
        return tell(new Command.RollBack(Plans.BOB, "too slow"));
    }

    void pass(Duration span) {
        now = now.plus(span);
    }

    StepState step(String task) {
        return state.step(Plans.task(task));
    }
}
