package muster.storage;

import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;
import muster.run.Step;
import muster.run.StepState;
import muster.run.Terms;

/// Reads what [StepOut] wrote.
final class StepIn {
    private final CompactIn in;
    private final SharedValues<TaskId> tasks;
    private final SharedValues<AgentId> agents;
    private final SharedValues<FactId> facts;
    private final SharedValues<GateId> gates;
    private final SharedValues<Action> actions;
    private final SharedValues<Terms> terms;
    private final SharedValues<StepState> states;

    StepIn(CompactIn in) {
        this.in = in;
        tasks = new SharedValues<>(in, TaskId::new);
        agents = new SharedValues<>(in, AgentId::new);
        facts = new SharedValues<>(in, FactId::new);
        gates = new SharedValues<>(in, GateId::new);
        actions = new SharedValues<>(in, text -> ActionJson.action(JsonIn.parse(text)));
        terms = new SharedValues<>(in, text -> TermsJson.terms(JsonIn.parse(text)));
        states = new SharedValues<>(in, text -> StateJson.in(JsonIn.parse(text)));
    }

    TaskId task() {
        return tasks.next();
    }

    Step step() {
        return new Step(
                tasks.next(),
                in.text(),
                agents.all(),
                actions.next(),
                tasks.all(),
                facts.all(),
                facts.all(),
                gates.all(),
                Math.toIntExact(in.number()),
                isAny() ? actions.next() : null,
                isAny() ? terms.next() : Terms.NONE);
    }

    StepState state() {
        return switch ((int) in.number()) {
            case 0 -> states.next();
            case StepOut.DONE -> new StepState.Done(in.texts());
            case StepOut.WAITING -> new StepState.Waiting(Math.toIntExact(in.number()));
            default -> throw new UnreadableEntry("an unknown state of a step");
        };
    }

    private boolean isAny() {
        return in.number() > 0;
    }
}
