package muster.yaml;

import java.util.List;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.AssuranceLevel;
import muster.plan.Estimate;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.FactId;
import muster.plan.Money;
import muster.plan.Need;
import muster.plan.PhaseId;
import muster.plan.Probe;
import muster.plan.Probing;
import muster.plan.Remedy;
import muster.plan.SeverityOverride;
import muster.plan.Source;
import muster.plan.TargetId;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// What the plan needs to be true, and what makes it true.
final class ExpectationForms {
    private static final Field<Remedy, TaskId> REMEDY_ID = Field.required(
            "id", NameForm.declares(Kind.REMEDY, TaskId::new), Remedy::id, "names the remedy among remedies and tasks");
    private static final Field<Remedy, String> REMEDY_TITLE =
            Field.required("title", LineForm.TITLE, Remedy::title, "what is done, in one line");
    private static final Field<Remedy, AgentId> OWNER =
            Field.required("owner", NameForm.refers(Kind.AGENT, AgentId::new), Remedy::owner, "the agent who does it");
    private static final Field<Remedy, Estimate> ESTIMATE = Field.required(
                    "estimate", Estimates.ESTIMATE, Remedy::estimate, "working time it takes")
            .or(Estimate.ZERO);
    private static final Field<Remedy, Money> COST = Field.required(
                    "cost", Estimates.MONEY, Remedy::cost, "what it costs")
            .or(Money.ZERO);
    private static final Field<Remedy, Action> ACTION =
            Field.required("action", ActionForms.ACTION, Remedy::action, "what makes the expectation true");
    private static final Field<Remedy, List<FactId>> REQUIRES = Field.required(
                    "requires", Facts.LIST, Remedy::requires, "facts that must hold before")
            .or(List.of());

    private static final Form<Remedy> REMEDY = new EntryForm<>(
            "remedy",
            List.of(REMEDY_ID, REMEDY_TITLE, OWNER, ESTIMATE, COST, ACTION, REQUIRES),
            entry -> new Remedy(
                    entry.get(REMEDY_ID),
                    entry.get(REMEDY_TITLE),
                    entry.get(OWNER),
                    entry.get(ESTIMATE),
                    entry.get(COST),
                    entry.get(ACTION),
                    entry.get(REQUIRES)));

    private static final Field<Expectation, ExpectationId> ID = Field.required(
            "id",
            NameForm.declares(Kind.EXPECTATION, ExpectationId::new),
            Expectation::id,
            "names the expectation; the fact `ready:<id>` holds once it is met");
    private static final Field<Expectation, @Nullable String> LIKE = Field.optional(
            "like", TextForm.SOME, _ -> null, "another expectation, whose keys it takes over unless it states them");
    private static final Field<Expectation, String> TITLE =
            Field.required("title", LineForm.TITLE, Expectation::title, "what must be true, in one line");
    private static final Field<Expectation, String> GROUP = Field.required(
                    "group", TextForm.ANY, Expectation::group, "heading it stands under in reports")
            .or("");
    private static final Field<Expectation, Need> NEED = Field.required(
                    "need", WordForm.of(Need.class), Expectation::need, "whether the plan can do without it")
            .or(Need.REQUIRED);
    private static final Field<Expectation, AssuranceLevel> LEVEL = Field.required(
                    "level", WordForm.of(AssuranceLevel.class), Expectation::level, "how far the probe must get")
            .or(AssuranceLevel.EXISTS);
    private static final Field<Expectation, Probe> PROBE =
            Field.required("probe", ProbeForms.PROBE, Expectation::probe, "the test that checks it");
    private static final Field<Expectation, @Nullable String> CLAIMED = Field.optional(
            "claimed", TextForm.SOME, Expectation::claimed, "what a document asserts of it; tested, never believed");
    private static final Field<Expectation, List<PhaseId>> PHASES = Field.required(
                    "phases",
                    ListForm.of(NameForm.refers(Kind.PHASE, PhaseId::new)),
                    Expectation::phases,
                    "phases that cannot be carried out without it")
            .or(List.of());
    private static final Field<Expectation, List<Remedy>> REMEDIES = Field.required(
                    "remedies", ListForm.of(REMEDY), Expectation::remedies, "ways to make it true")
            .or(List.of());
    private static final Field<Expectation, @Nullable String> WORKAROUND = Field.optional(
            "workaround",
            TextForm.SOME,
            Expectation::workaround,
            "an accepted way to go on without it; an exception with an approver and an end is a waiver");
    private static final Field<Expectation, @Nullable String> IMPACT =
            Field.optional("impact", TextForm.SOME, Expectation::impact, "what cannot be done while it is unmet");
    private static final Field<Expectation, @Nullable SeverityOverride> OVERRIDE = Field.optional(
            "severity", ProbingForms.OVERRIDE, Expectation::override, "severity set by a person, with the reason");
    private static final Field<Expectation, Probing> PROBING = Field.<Expectation, Probing>required(
                    "probing",
                    ProbingForms.PROBING,
                    expectation -> expectation.probing().on(null),
                    "how often, how long and at what cost to try")
            .or(Probing.ONCE);
    private static final Field<Expectation, @Nullable TargetId> TARGET = Field.optional(
            "target",
            TargetForms.NAME,
            expectation -> TargetForms.named(expectation.probing()),
            "the machine that the probe looks at; left out, this one, or that of `--target`");
    private static final Field<Expectation, @Nullable Source> SOURCE =
            Field.optional("source", Sources.SOURCE, Expectation::source, Sources.SAYS);

    static final Form<Expectation> EXPECTATION = new EntryForm<>(
            "expectation",
            List.of(
                    ID,
                    LIKE,
                    TITLE,
                    GROUP,
                    NEED,
                    LEVEL,
                    PROBE,
                    CLAIMED,
                    PHASES,
                    REMEDIES,
                    WORKAROUND,
                    IMPACT,
                    OVERRIDE,
                    PROBING,
                    TARGET,
                    SOURCE),
            entry -> new Expectation(
                    entry.get(ID),
                    entry.get(TITLE),
                    entry.get(GROUP),
                    entry.get(NEED),
                    entry.get(LEVEL),
                    entry.get(PROBE),
                    entry.get(CLAIMED),
                    entry.get(PHASES),
                    entry.get(REMEDIES),
                    entry.get(WORKAROUND),
                    entry.get(IMPACT),
                    entry.get(OVERRIDE),
                    entry.get(PROBING).on(TargetForms.resolved(entry.get(TARGET), List.of())),
                    entry.get(SOURCE)));

    private ExpectationForms() {}
}
