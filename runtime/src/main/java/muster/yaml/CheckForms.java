package muster.yaml;

import java.util.List;
import muster.plan.AssuranceLevel;
import muster.plan.ExpectationId;
import muster.plan.Need;
import muster.plan.Probe;
import muster.plan.Probing;
import muster.plan.SeverityOverride;
import muster.plan.TargetId;
import org.jspecify.annotations.Nullable;

/// What stands in a plain list of checks.
final class CheckForms {
    private static final Field<Check, @Nullable ExpectationId> ID =
            Field.optional("id", NameForm.declares(Kind.EXPECTATION, ExpectationId::new), Check::id, "names the check");
    private static final Field<Check, @Nullable String> TITLE =
            Field.optional("title", LineForm.TITLE, Check::title, "what must be true, in one line");
    private static final Field<Check, String> GROUP = Field.required(
                    "group", TextForm.ANY, Check::group, "heading it stands under in reports")
            .or("");
    private static final Field<Check, Need> NEED = Field.required(
                    "need", WordForm.of(Need.class), Check::need, "whether it may be unmet")
            .or(Need.REQUIRED);
    private static final Field<Check, @Nullable AssuranceLevel> LEVEL =
            Field.optional("level", WordForm.of(AssuranceLevel.class), Check::level, "how far the probe must get");
    private static final Field<Check, Probe> PROBE =
            Field.required("probe", ProbeForms.PROBE, Check::probe, "the test that checks it");
    private static final Field<Check, @Nullable String> IMPACT =
            Field.optional("impact", TextForm.SOME, Check::impact, "what cannot be done while it is unmet");
    private static final Field<Check, @Nullable SeverityOverride> OVERRIDE =
            Field.optional("severity", ProbingForms.OVERRIDE, Check::override, "severity set by a person");
    private static final Field<Check, @Nullable Probing> PROBING =
            Field.optional("probing", ProbingForms.PROBING, Check::probing, "how often and how long to try");

    private static final Field<Check, @Nullable TargetId> TARGET =
            Field.optional("target", TargetForms.NAME, Check::target, "the machine that the probe looks at");

    static final EntryForm<Check> CHECK = new EntryForm<>(
            "check",
            List.of(ID, TITLE, GROUP, NEED, LEVEL, PROBE, IMPACT, OVERRIDE, PROBING, TARGET),
            entry -> new Check(
                    entry.get(ID),
                    entry.get(TITLE),
                    entry.get(GROUP),
                    entry.get(NEED),
                    entry.get(LEVEL),
                    entry.get(PROBE),
                    entry.get(IMPACT),
                    entry.get(OVERRIDE),
                    entry.get(PROBING),
                    entry.get(TARGET),
                    1));

    private static final Field<Check.Defaults, AssuranceLevel> ALL_LEVEL = Field.required(
                    "level", WordForm.of(AssuranceLevel.class), Check.Defaults::level, "how far probes must get")
            .or(Check.Defaults.NONE.level());
    private static final Field<Check.Defaults, Probing> ALL_PROBING = Field.required(
                    "probing", ProbingForms.PROBING, Check.Defaults::probing, "how often and how long to try")
            .or(Check.Defaults.NONE.probing());

    private static final Field<Check.Defaults, @Nullable TargetId> ALL_TARGET =
            Field.optional("target", TargetForms.NAME, Check.Defaults::target, "the machine that probes look at");

    static final EntryForm<Check.Defaults> DEFAULTS = new EntryForm<>(
            "defaults",
            List.of(ALL_LEVEL, ALL_PROBING, ALL_TARGET),
            entry -> new Check.Defaults(entry.get(ALL_LEVEL), entry.get(ALL_PROBING), entry.get(ALL_TARGET)));

    private CheckForms() {}
}
