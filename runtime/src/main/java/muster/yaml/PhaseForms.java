package muster.yaml;

import java.util.List;
import muster.plan.DayWindow;
import muster.plan.Estimate;
import muster.plan.LoopRule;
import muster.plan.Mode;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Repeat;
import muster.plan.RiskLevel;
import muster.plan.Source;
import muster.plan.Task;
import org.jspecify.annotations.Nullable;

/// The groups of tasks.
final class PhaseForms {
    static final String TASKS_KEY = "tasks";

    private static final Field<Phase, PhaseId> ID =
            Field.required("id", NameForm.declares(Kind.PHASE, PhaseId::new), Phase::id, "names the phase");
    private static final Field<Phase, String> TITLE =
            Field.required("title", LineForm.TITLE, Phase::title, "what the phase is for, in one line");
    private static final Field<Phase, Mode> MODE = Field.required(
                    "mode", WordForm.of(Mode.class), Phase::mode, "how its tasks follow each other")
            .or(Mode.HYBRID);
    private static final Field<Phase, List<PhaseId>> NEEDS = Field.required(
                    "needs",
                    ListForm.of(NameForm.refers(Kind.PHASE, PhaseId::new)),
                    Phase::needs,
                    "phases that must be complete before")
            .or(List.of());
    private static final Field<Phase, @Nullable DayWindow> DAYS =
            Field.optional("days", Estimates.DAYS, Phase::days, "days of the plan on which it is meant to be done");
    private static final Field<Phase, @Nullable Estimate> ESTIMATE =
            Field.optional("estimate", Estimates.ESTIMATE, Phase::estimate, "working time of the whole phase");
    private static final Field<Phase, @Nullable RiskLevel> RISK =
            Field.optional("risk", WordForm.of(RiskLevel.class), Phase::risk, "how risky it is");
    private static final Field<Phase, @Nullable String> UNTIL =
            Field.optional("until", TextForm.SOME, Phase::until, "criterion that ends a loop, in words");
    private static final Field<Phase, @Nullable Repeat> REPEAT =
            Field.optional("repeat", RiskForms.REPEAT, Phase::repeat, "how many rounds there are, for simulations");
    private static final Field<Phase, @Nullable LoopRule> LOOP =
            Field.optional("loop", LoopForms.LOOP, Phase::loop, "when the rounds of a loop end in a run");
    private static final Field<Phase, List<Task>> TASKS = Field.required(
                    TASKS_KEY, ListForm.of(TaskForms.TASK), Phase::tasks, "its tasks")
            .or(List.of());
    private static final Field<Phase, @Nullable Source> SOURCE =
            Field.optional("source", Sources.SOURCE, Phase::source, Sources.SAYS);

    static final Form<Phase> PHASE = new EntryForm<>(
            "phase",
            List.of(ID, TITLE, MODE, NEEDS, DAYS, ESTIMATE, RISK, UNTIL, REPEAT, LOOP, TASKS, SOURCE),
            entry -> new Phase(
                    entry.get(ID),
                    entry.get(TITLE),
                    entry.get(MODE),
                    entry.get(NEEDS),
                    entry.get(DAYS),
                    entry.get(ESTIMATE),
                    entry.get(RISK),
                    entry.get(UNTIL),
                    entry.get(REPEAT),
                    entry.get(TASKS),
                    entry.get(SOURCE),
                    entry.get(LOOP)));

    private PhaseForms() {}
}
