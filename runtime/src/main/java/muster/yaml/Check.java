package muster.yaml;

import java.util.List;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Need;
import muster.plan.Probe;
import muster.plan.Probing;
import muster.plan.SeverityOverride;
import muster.plan.Source;
import muster.plan.Target;
import muster.plan.TargetId;
import org.jspecify.annotations.Nullable;

/// An expectation of a plain list, before what it leaves out is filled in.
///
/// @param line where it stands, from 1
record Check(
        @Nullable ExpectationId id,
        @Nullable String title,
        String group,
        Need need,
        @Nullable AssuranceLevel level,
        Probe probe,
        @Nullable String impact,
        @Nullable SeverityOverride override,
        @Nullable Probing probing,
        @Nullable TargetId target,
        int line) {

    /// What a check stands for that says nothing of it.
    record Defaults(
            AssuranceLevel level, Probing probing, @Nullable TargetId target) {
        static final Defaults NONE = new Defaults(AssuranceLevel.EXISTS, Probing.ONCE, null);
    }

    Check standingAt(int place) {
        return new Check(id, title, group, need, level, probe, impact, override, probing, target, place);
    }

    /// @param name its id, or the one made for it
    Expectation complete(ExpectationId name, Defaults defaults, List<Target> targets, String file) {
        var machine = TargetForms.resolved(target == null ? defaults.target() : target, targets);
        return new Expectation(
                name,
                title == null ? probe.target() : title,
                group,
                need,
                level == null ? defaults.level() : level,
                probe,
                null,
                List.of(),
                List.of(),
                null,
                impact,
                override,
                (probing == null ? defaults.probing() : probing).on(machine),
                new Source(file, line));
    }
}
