package muster.yaml;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.Gate;
import muster.plan.GateFailure;
import muster.plan.GateId;
import muster.plan.GateTerms;
import muster.plan.GateTerms.Awaited;
import muster.plan.GateTerms.Reminders;
import muster.plan.ItemId;
import muster.plan.Problem;
import muster.plan.Source;
import muster.plan.TaskId;
import muster.plan.Threshold;
import muster.policy.GatePolicy;
import org.jspecify.annotations.Nullable;

/// Gates, and what they ask for.
final class GateForms {
    private static final Field<Gate, GateId> ID =
            Field.required("id", NameForm.declares(Kind.GATE, GateId::new), Gate::id, "names the gate");

    private static final Field<Gate, String> TITLE =
            Field.required("title", LineForm.TITLE, Gate::title, "what is decided, in one line");

    private static final Field<Gate, List<AgentId>> APPROVERS = Field.required(
                    "approvers",
                    ListForm.of(NameForm.refers(Kind.AGENT, AgentId::new)),
                    Gate::approvers,
                    "agents who must agree; left out at a gate without conditions, any one of the team")
            .or(List.of());

    private static final Field<Gate, List<TaskId>> AFTER = Field.required(
                    "after", TaskForms.TASKS, Gate::after, "tasks whose completion brings the run to the gate")
            .or(List.of());

    private static final Field<Gate, List<TaskId>> GUARDS = Field.required(
                    "guards", TaskForms.TASKS, Gate::guards, "tasks that may not start before it is passed")
            .or(List.of());

    private static final Field<Gate, @Nullable String> POLICY = Field.optional(
            "policy",
            new ConditionForm(GatePolicy::problems, "'tested' in facts"),
            Gate::policy,
            "condition in CEL over `facts`, `audit`, `blockers` and `metrics`; left out, approval is enough");

    private static final Field<Gate, Integer> QUORUM = Field.required(
                    "quorum",
                    WholeForm.from(1),
                    (Gate gate) -> gate.terms().votes().quorum(),
                    "how many of the approvers must agree; left out, all")
            .or(0);

    private static final Field<Gate, GateTerms.Rule> RULE = Field.required(
                    "rule",
                    WordForm.of(GateTerms.Rule.class),
                    (Gate gate) -> gate.terms().votes().rule(),
                    "two-people: at least two agree, each with one vote, and nobody who did the work before the gate")
            .or(GateTerms.Rule.EACH_FOR_ONE);

    private static final Field<Gate, @Nullable Duration> DELAY = Field.optional(
            "delay",
            Durations.DURATION,
            gate -> gate.terms().awaited().delay(),
            "it is not passed before it was open for this long");

    private static final Field<Gate, @Nullable Threshold> METRIC =
            Field.optional("metric", ThresholdForm.THRESHOLD, GateForms::threshold, "what must be measured to pass it");

    private static final Field<Gate, Duration> METRIC_FOR = Field.<Gate, Duration>required(
                    "metric-for", Durations.DURATION, GateForms::window, "how long the metric must have held")
            .or(Duration.ZERO);

    private static final Field<Gate, @Nullable ItemId> EVENT = Field.optional(
            "event",
            NameForm.mentions(Kind.FACT, ItemId::new),
            gate -> gate.terms().awaited().event(),
            "name of something outside that must have happened");

    private static final Field<Gate, GateTerms.@Nullable Grade> AUDIT = Field.optional(
            "audit",
            WordForm.of(GateTerms.Grade.class),
            gate -> gate.terms().awaited().audit(),
            "worst verdict of the last audit that lets it pass");

    private static final Field<Gate, Duration> REMIND = Field.required(
                    "remind",
                    Durations.DURATION,
                    (Gate gate) -> gate.terms().reminders().every(),
                    "how often those are reminded whom it waits for")
            .or(Reminders.USUAL.every());

    private static final Field<Gate, Duration> ESCALATE = Field.required(
                    "escalate",
                    Durations.DURATION,
                    (Gate gate) -> gate.terms().reminders().escalateAfter(),
                    "when it goes to somebody else")
            .or(Reminders.USUAL.escalateAfter());

    private static final Field<Gate, @Nullable AgentId> ESCALATE_TO = Field.optional(
            "escalate-to",
            NameForm.refers(Kind.AGENT, AgentId::new),
            gate -> gate.terms().reminders().to(),
            "to whom; left out, as the escalations say");

    private static final Field<Gate, @Nullable GateFailure> FAILURE =
            Field.optional("failure", RiskForms.FAILURE, Gate::failure, "how it may fail, for simulations");

    private static final Field<Gate, @Nullable Source> SOURCE =
            Field.optional("source", Sources.SOURCE, Gate::source, Sources.SAYS);

    static final Form<Gate> GATE = new EntryForm<>(
            "gate",
            List.of(
                    ID,
                    TITLE,
                    APPROVERS,
                    AFTER,
                    GUARDS,
                    POLICY,
                    QUORUM,
                    RULE,
                    DELAY,
                    METRIC,
                    METRIC_FOR,
                    EVENT,
                    AUDIT,
                    REMIND,
                    ESCALATE,
                    ESCALATE_TO,
                    FAILURE,
                    SOURCE),
            GateForms::gate);

    private GateForms() {}

    private static Gate gate(Entry<Gate> entry) {
        return new Gate(
                entry.get(ID),
                entry.get(TITLE),
                entry.get(APPROVERS),
                entry.get(AFTER),
                entry.get(GUARDS),
                entry.get(POLICY),
                entry.get(FAILURE),
                terms(entry),
                entry.get(SOURCE));
    }

    private static GateTerms terms(Entry<Gate> entry) {
        var threshold = entry.get(METRIC);
        var measured = threshold == null ? null : new GateTerms.Measured(threshold, entry.get(METRIC_FOR));
        return new GateTerms(
                new GateTerms.Votes(entry.get(QUORUM), entry.get(RULE)),
                new Awaited(entry.get(DELAY), measured, entry.get(EVENT), entry.get(AUDIT)),
                new Reminders(entry.get(REMIND), entry.get(ESCALATE), entry.get(ESCALATE_TO)));
    }

    private static @Nullable Threshold threshold(Gate gate) {
        var metric = gate.terms().awaited().metric();
        return metric == null ? null : metric.threshold();
    }

    private static Duration window(Gate gate) {
        var metric = gate.terms().awaited().metric();
        return metric == null ? Duration.ZERO : metric.window();
    }

    /// One problem for each gate that nobody could ever pass.
    static List<Problem> impassable(List<Gate> gates, Names names) {
        return gates.stream()
                .filter(gate -> !fault(gate).isEmpty())
                .flatMap(gate -> Stream.ofNullable(
                                names.declared(Kind.GATE, gate.id().value()))
                        .map(at -> new Problem(
                                at, "gate '" + gate.id() + "' " + fault(gate), "Maybe name more approvers")))
                .toList();
    }

    private static String fault(Gate gate) {
        var votes = gate.terms().votes();
        var there = gate.approvers().size();
        var asked = votes.rule() == GateTerms.Rule.TWO_PEOPLE ? Math.max(2, votes.quorum()) : votes.quorum();
        return asked > there ? "asks " + asked + " approvers to agree but has " + there : "";
    }
}
