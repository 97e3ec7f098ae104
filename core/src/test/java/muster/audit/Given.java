package muster.audit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.AssuranceLevel;
import muster.plan.Claim;
import muster.plan.Coordination;
import muster.plan.Escalation;
import muster.plan.Estimate;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.FactId;
import muster.plan.Header;
import muster.plan.ImportNotes;
import muster.plan.ItemId;
import muster.plan.Language;
import muster.plan.Mode;
import muster.plan.Money;
import muster.plan.Need;
import muster.plan.Origin;
import muster.plan.Outcome;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.PlanId;
import muster.plan.Probe;
import muster.plan.Question;
import muster.plan.Remedy;
import muster.plan.Source;
import muster.plan.Standing;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.plan.Team;
import muster.plan.Watch;

/// Plans and evidence for tests.
public final class Given {
    public static final Instant NOW = Instant.parse("2025-12-14T06:00:00Z");
    public static final PhaseId TARGET = new PhaseId("target");

    private Given() {}

    public static Expectation script(String id) {
        return expectation(id, new Probe.Script("scripts/" + id + ".py", Language.PYTHON));
    }

    public static Expectation expectation(String id, Probe probe) {
        return new Expectation(
                new ExpectationId(id),
                "the " + id,
                "Scripts",
                Need.REQUIRED,
                AssuranceLevel.PARSES,
                probe,
                null,
                List.of(TARGET),
                List.of(),
                null,
                null,
                null);
    }

    public static Expectation optional(Expectation from) {
        return new Expectation(
                from.id(),
                from.title(),
                from.group(),
                Need.OPTIONAL,
                from.level(),
                from.probe(),
                null,
                from.phases(),
                from.remedies(),
                from.workaround(),
                from.impact(),
                null);
    }

    public static Expectation with(Expectation from, String workaround, List<PhaseId> phases, Remedy... remedies) {
        return new Expectation(
                from.id(),
                from.title(),
                from.group(),
                from.need(),
                from.level(),
                from.probe(),
                from.claimed(),
                phases,
                List.of(remedies),
                workaround,
                from.impact(),
                null);
    }

    public static Remedy remedy(String id, int hours, int cost) {
        return new Remedy(
                new TaskId(id),
                "do " + id,
                new AgentId("ba"),
                Estimate.exactly(Duration.ofHours(hours)),
                new Money(new BigDecimal(cost), "USD"),
                new Action.Manual(id),
                List.of());
    }

    public static Evidence evidence(String expectation, String kind, ProbeResult result, AssuranceLevel reached) {
        return evidence(expectation, kind, result, reached, Map.of());
    }

    public static Evidence evidence(
            String expectation,
            String kind,
            ProbeResult result,
            AssuranceLevel reached,
            Map<String, String> attributes,
            Finding... findings) {
        return new Evidence(
                "E-" + expectation + "-" + kind,
                new ExpectationId(expectation),
                kind,
                List.of(expectation),
                result,
                reached,
                kind + " said " + result,
                List.of(findings),
                new TreeMap<>(attributes),
                "",
                List.of(),
                "host",
                NOW.minusSeconds(60),
                Duration.ofMillis(5),
                NOW.plusSeconds(3600),
                "00");
    }

    public static Finding defect(String message) {
        return new Finding("defect", Weight.DEFECT, message, "scripts/a.py:1");
    }

    public static Task task(String id, int hours, List<String> needs, String... requires) {
        return new Task(
                new TaskId(id),
                id,
                List.of(),
                needs.stream().map(TaskId::new).toList(),
                Arrays.stream(requires).map(each -> new FactId("ready:" + each)).toList(),
                List.of(),
                Estimate.exactly(Duration.ofHours(hours)),
                Money.ZERO,
                List.of(),
                null,
                new Action.Manual(id),
                null,
                List.of(),
                0,
                null,
                null,
                null);
    }

    public static Phase phase(PhaseId id, Mode mode, List<PhaseId> needs, Task... tasks) {
        return new Phase(id, "Phase " + id, mode, needs, null, null, null, null, List.of(tasks), null);
    }

    public static Claim claim(String id, String subject, String value, String unit, int line) {
        return new Claim(
                new ItemId(id), subject, new BigDecimal(value), unit, Origin.STATED, new Source("plan.md", line));
    }

    public static Plan plan(List<Expectation> expectations) {
        return plan(expectations, List.of(phase(TARGET, Mode.HYBRID, List.of())), List.of(), List.of());
    }

    public static Plan plan(
            List<Expectation> expectations, List<Phase> phases, List<Claim> claims, List<Question> questions) {
        return new Plan(
                new Header(
                        new PlanId("plan"),
                        "A plan",
                        NOW.minusSeconds(34_200),
                        phases.isEmpty() ? null : TARGET,
                        List.of(),
                        List.of(),
                        new Standing.Current()),
                Team.NOBODY,
                expectations,
                claims,
                questions,
                phases,
                new Coordination(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(
                                new Escalation(new ItemId("e1"), "P0 blocker prevents start", "CE", null),
                                new Escalation(new ItemId("e2"), "a stand-up is missed", "QA", null)),
                        List.of()),
                List.of(),
                Watch.NONE,
                Outcome.NONE,
                ImportNotes.NONE);
    }

    /// NO-GO with a P0, DEFER with something required unknown, conditions with a P1, else GO.
    public static DecisionRules rules() {
        return new DecisionRules("00", figures -> {
            if (figures.openP0() > 0) {
                return List.of(new FiredRule("p0", Verdict.NO_GO, figures.openP0() + " P0"));
            }
            if (figures.requiredUnknown() > 0) {
                return List.of(new FiredRule("unknown", Verdict.DEFER, figures.requiredUnknown() + " unknown"));
            }
            return figures.openP1() > 0
                    ? List.of(new FiredRule("p1", Verdict.GO_WITH_CONDITIONS, figures.openP1() + " P1"))
                    : List.of(new FiredRule("ready", Verdict.GO, "all ready"));
        });
    }
}
