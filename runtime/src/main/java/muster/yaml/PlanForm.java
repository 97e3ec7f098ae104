package muster.yaml;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import muster.plan.Agent;
import muster.plan.AlertRule;
import muster.plan.Calendar;
import muster.plan.Claim;
import muster.plan.ConflictRule;
import muster.plan.Coordination;
import muster.plan.Definition;
import muster.plan.Deliverable;
import muster.plan.Escalation;
import muster.plan.Expectation;
import muster.plan.FormTemplate;
import muster.plan.Gate;
import muster.plan.HandOff;
import muster.plan.Header;
import muster.plan.ImportNotes;
import muster.plan.Meeting;
import muster.plan.Metric;
import muster.plan.NeedsDecision;
import muster.plan.Outcome;
import muster.plan.Phase;
import muster.plan.Plan;
import muster.plan.Premises;
import muster.plan.Question;
import muster.plan.Repair;
import muster.plan.Resource;
import muster.plan.Review;
import muster.plan.Risk;
import muster.plan.RollbackProcedure;
import muster.plan.Target;
import muster.plan.Team;
import muster.plan.Uncertainty;
import muster.plan.Waiver;
import muster.plan.Watch;

/// The whole file: every section in the order in which it is written.
final class PlanForm {
    static final String VERSION_KEY = "muster";
    static final String HEADER_KEY = "plan";
    static final String INCLUDE_KEY = "include";
    static final String EXPECTATIONS_KEY = "expectations";
    static final String PHASES_KEY = "phases";
    static final int VERSION = 1;

    static final Form<Integer> VERSION_FORM = WholeForm.between(VERSION, VERSION);

    private static final Field<Plan, Integer> MUSTER =
            Field.required(VERSION_KEY, VERSION_FORM, _ -> VERSION, "version of the form of this file");
    private static final Field<Plan, Header> HEADER =
            Field.required(HEADER_KEY, HeaderForms.HEADER, Plan::header, "what the plan is called and is for");
    private static final Field<Plan, List<String>> INCLUDE = list(
            INCLUDE_KEY,
            TextForm.SOME,
            _ -> List.of(),
            "further files, relative to this one and in its folder; their entries are added or laid over");
    private static final Field<Plan, SortedMap<String, String>> VARIABLES =
            Field.<Plan, SortedMap<String, String>>required(
                            Choosing.VARIABLES,
                            new TableForm(),
                            _ -> Collections.emptySortedMap(),
                            "values that stand for `${name}` wherever a value stands")
                    .or(Collections.emptySortedMap());
    private static final Field<Plan, Map<String, Object>> PROFILES = Field.<Plan, Map<String, Object>>required(
                    Choosing.PROFILES,
                    new ProfilesForm(),
                    _ -> Map.of(),
                    "variables and entries for a purpose, chosen by `--profile`")
            .or(Map.of());
    private static final Field<Plan, List<Calendar>> CALENDARS =
            list("calendars", TeamForms.CALENDAR, plan -> plan.team().calendars(), "when work is done");
    private static final Field<Plan, List<Agent>> AGENTS =
            list("agents", TeamForms.AGENT, plan -> plan.team().agents(), "who carries out tasks and decides");
    private static final Field<Plan, List<Resource>> RESOURCES =
            list("resources", TeamForms.RESOURCE, plan -> plan.team().resources(), "what tasks hold or use up");
    private static final Field<Plan, List<Target>> TARGETS =
            list("targets", TargetForms.TARGET, plan -> plan.team().targets(), "machines that probes look at");
    private static final Field<Plan, List<Expectation>> EXPECTATIONS =
            list(EXPECTATIONS_KEY, ExpectationForms.EXPECTATION, Plan::expectations, "what the plan needs to be true");
    private static final Field<Plan, List<Waiver>> WAIVERS =
            list("waivers", WaiverForms.WAIVER, Plan::waivers, "accepted exceptions to expectations");
    private static final Field<Plan, List<Claim>> CLAIMS =
            list("claims", StatementForms.CLAIM, Plan::claims, "numbers that documents state");
    private static final Field<Plan, List<Question>> QUESTIONS =
            list("questions", StatementForms.QUESTION, Plan::questions, "what the audit must answer by name");
    private static final Field<Plan, List<Phase>> PHASES =
            list(PHASES_KEY, PhaseForms.PHASE, Plan::phases, "groups of tasks");
    private static final Field<Plan, List<Gate>> GATES = list(
            "gates",
            GateForms.GATE,
            plan -> plan.coordination().gates(),
            "points that the run passes only when approvers agree");
    private static final Field<Plan, List<HandOff>> HAND_OFFS = list(
            "hand-offs",
            CoordinationForms.HAND_OFF,
            plan -> plan.coordination().handOffs(),
            "work passed from one agent to another");
    private static final Field<Plan, List<Meeting>> MEETINGS = list(
            "meetings", CoordinationForms.MEETING, plan -> plan.coordination().meetings(), "held every day");
    private static final Field<Plan, List<ConflictRule>> CONFLICTS = list(
            "conflicts",
            CoordinationForms.CONFLICT,
            plan -> plan.coordination().conflicts(),
            "how conflicts are settled");
    private static final Field<Plan, List<Escalation>> ESCALATIONS = list(
            "escalations",
            CoordinationForms.ESCALATION,
            plan -> plan.coordination().escalations(),
            "what goes to somebody at once");
    private static final Field<Plan, List<String>> WAITS_FOR = list(
            "waits-for",
            TextForm.SOME,
            plan -> plan.coordination().waitsFor(),
            "what other teams must hand over, in words");
    private static final Field<Plan, List<Risk>> RISKS =
            list("risks", RiskForms.RISK, Plan::risks, "known risks and what is done against them");
    private static final Field<Plan, Uncertainty> UNCERTAINTY = Field.required(
                    "uncertainty", RiskForms.UNCERTAINTY, Plan::uncertainty, "how estimates are taken in simulations")
            .or(Uncertainty.STANDARD);
    private static final Field<Plan, Premises> PLANNING = Field.required(
                    "planning",
                    PremiseForms.PREMISES,
                    Plan::premises,
                    "what planning starts from and is asked for beside the goal")
            .or(Premises.NONE);
    private static final Field<Plan, List<Metric>> METRICS =
            list("metrics", WatchForms.METRIC, plan -> plan.watch().metrics(), "what is measured");
    private static final Field<Plan, List<AlertRule>> ALERTS =
            list("alerts", WatchForms.ALERT, plan -> plan.watch().alerts(), "when to raise an alert");
    private static final Field<Plan, List<RollbackProcedure>> ROLLBACKS =
            list("rollbacks", OutcomeForms.ROLLBACK, plan -> plan.outcome().rollbacks(), "how to go back");
    private static final Field<Plan, List<Review>> REVIEWS =
            list("reviews", OutcomeForms.REVIEW, plan -> plan.outcome().reviews(), "when to look back");
    private static final Field<Plan, List<Deliverable>> DELIVERABLES = list(
            "deliverables",
            OutcomeForms.DELIVERABLE,
            plan -> plan.outcome().deliverables(),
            "documents that must be written");
    private static final Field<Plan, List<String>> SUCCESS_CRITERIA = list(
            "success-criteria",
            TextForm.SOME,
            plan -> plan.outcome().successCriteria(),
            "how to tell that the plan has succeeded");
    private static final Field<Plan, List<String>> NEXT_STEPS =
            list("next-steps", TextForm.SOME, plan -> plan.outcome().nextSteps(), "what comes after");
    private static final Field<Plan, List<NeedsDecision>> NEEDS_DECISION = list(
            "needs-decision",
            NoteForms.NEEDS_DECISION,
            plan -> plan.notes().needsDecision(),
            "what an importer found ambiguous");
    private static final Field<Plan, List<Repair>> REPAIRS = list(
            "repairs", NoteForms.REPAIR, plan -> plan.notes().repairs(), "damaged text that an importer put right");
    private static final Field<Plan, List<String>> WARNINGS =
            list("warnings", TextForm.SOME, plan -> plan.notes().warnings(), "what an importer warns of");

    private static final Field<Plan, List<Definition>> DEFINITIONS = list(
            "definitions",
            NoteForms.DEFINITION,
            plan -> plan.notes().definitions(),
            "severities and categories of readiness that the document explains");
    private static final Field<Plan, List<FormTemplate>> TEMPLATES = list(
            "templates",
            NoteForms.TEMPLATE,
            plan -> plan.notes().templates(),
            "forms that the document prescribes, such as that of a hand-off");

    static final EntryForm<Plan> PLAN = new EntryForm<>(
            "plan file",
            List.of(
                    MUSTER,
                    HEADER,
                    INCLUDE,
                    VARIABLES,
                    PROFILES,
                    CALENDARS,
                    AGENTS,
                    RESOURCES,
                    TARGETS,
                    EXPECTATIONS,
                    WAIVERS,
                    CLAIMS,
                    QUESTIONS,
                    PHASES,
                    GATES,
                    HAND_OFFS,
                    MEETINGS,
                    CONFLICTS,
                    ESCALATIONS,
                    WAITS_FOR,
                    RISKS,
                    UNCERTAINTY,
                    PLANNING,
                    METRICS,
                    ALERTS,
                    ROLLBACKS,
                    REVIEWS,
                    DELIVERABLES,
                    SUCCESS_CRITERIA,
                    NEXT_STEPS,
                    NEEDS_DECISION,
                    REPAIRS,
                    WARNINGS,
                    DEFINITIONS,
                    TEMPLATES),
            PlanForm::plan);

    private PlanForm() {}

    /// The lists of entries: what profiles may hold beside keys of their own.
    static List<Field<Plan, ?>> lists() {
        return PLAN.fields()
                .subList(PLAN.fields().indexOf(CALENDARS), PLAN.fields().size());
    }

    private static <T> Field<Plan, List<T>> list(String key, Form<T> item, Function<Plan, List<T>> from, String says) {
        return Field.required(key, ListForm.of(item), from, says).or(List.of());
    }

    /// Everything in the plan that waits for something.
    static Waits waits(Entry<Plan> entry) {
        var waits = new Waits();
        entry.get(PHASES).forEach(waits::add);
        entry.get(GATES).forEach(waits::add);
        entry.get(HAND_OFFS).forEach(waits::add);
        waits.add(LoopEnds.of(entry.get(PHASES), entry.get(GATES)));
        return waits;
    }

    static List<Gate> gates(Entry<Plan> entry) {
        return entry.get(GATES);
    }

    static List<Waiver> waivers(Entry<Plan> entry) {
        return entry.get(WAIVERS);
    }

    private static Plan plan(Entry<Plan> entry) {
        return new Plan(
                entry.get(HEADER),
                new Team(entry.get(CALENDARS), entry.get(AGENTS), entry.get(RESOURCES), entry.get(TARGETS)),
                expectations(entry),
                entry.get(CLAIMS),
                entry.get(QUESTIONS),
                entry.get(PHASES),
                coordination(entry),
                entry.get(RISKS),
                new Watch(entry.get(METRICS), entry.get(ALERTS)),
                outcome(entry),
                new ImportNotes(
                        entry.get(NEEDS_DECISION),
                        entry.get(REPAIRS),
                        entry.get(WARNINGS),
                        entry.get(DEFINITIONS),
                        entry.get(TEMPLATES)),
                entry.get(WAIVERS),
                entry.get(UNCERTAINTY),
                entry.get(PLANNING));
    }

    private static List<Expectation> expectations(Entry<Plan> entry) {
        return entry.get(EXPECTATIONS).stream()
                .map(one -> one.probing().target() == null
                        ? one
                        : one.on(TargetForms.resolved(TargetForms.named(one.probing()), entry.get(TARGETS))))
                .toList();
    }

    private static Coordination coordination(Entry<Plan> entry) {
        return new Coordination(
                entry.get(GATES),
                entry.get(HAND_OFFS),
                entry.get(MEETINGS),
                entry.get(CONFLICTS),
                entry.get(ESCALATIONS),
                entry.get(WAITS_FOR));
    }

    private static Outcome outcome(Entry<Plan> entry) {
        return new Outcome(
                entry.get(DELIVERABLES),
                entry.get(ROLLBACKS),
                entry.get(REVIEWS),
                entry.get(SUCCESS_CRITERIA),
                entry.get(NEXT_STEPS));
    }
}
