package muster.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a plan needs to be true.
///
/// @param group the heading it stood under
/// @param level the assurance level that must be reached
/// @param claimed what the document asserts of it, such as `EXISTS`; a claim to test, never a fact
/// @param phases the phases that cannot be carried out without it
/// @param workaround an accepted way to go on without it, in the plan's own words; unlike a [Waiver] it has no approver
/// and does not end
/// @param impact what cannot be done while it is unmet
/// @param override severity set by a person instead of the rule's, with the reason; both are reported
/// @param probing how often and how long to try, and what that may cost
public record Expectation(
        ExpectationId id,
        String title,
        String group,
        Need need,
        AssuranceLevel level,
        Probe probe,
        @Nullable String claimed,
        List<PhaseId> phases,
        List<Remedy> remedies,
        @Nullable String workaround,
        @Nullable String impact,
        @Nullable SeverityOverride override,
        Probing probing,
        @Nullable Source source) {
    public Expectation {
        phases = List.copyOf(phases);
        remedies = List.copyOf(remedies);
    }

    /// An expectation whose severity follows the rule and which is probed once.
    public Expectation(
            ExpectationId id,
            String title,
            String group,
            Need need,
            AssuranceLevel level,
            Probe probe,
            @Nullable String claimed,
            List<PhaseId> phases,
            List<Remedy> remedies,
            @Nullable String workaround,
            @Nullable String impact,
            @Nullable Source source) {
        this(
                id,
                title,
                group,
                need,
                level,
                probe,
                claimed,
                phases,
                remedies,
                workaround,
                impact,
                null,
                Probing.ONCE,
                source);
    }

    /// The same expectation tested by another probe.
    public Expectation testedBy(Probe other) {
        return new Expectation(
                id,
                title,
                group,
                need,
                level,
                other,
                claimed,
                phases,
                remedies,
                workaround,
                impact,
                override,
                probing,
                source);
    }

    /// The same looked at on another machine; none for this one.
    public Expectation on(@Nullable Target target) {
        return new Expectation(
                id,
                title,
                group,
                need,
                level,
                probe,
                claimed,
                phases,
                remedies,
                workaround,
                impact,
                override,
                probing.on(target),
                source);
    }

    /// The same with other remedies.
    public Expectation remediedBy(List<Remedy> others) {
        return new Expectation(
                id,
                title,
                group,
                need,
                level,
                probe,
                claimed,
                phases,
                others,
                workaround,
                impact,
                override,
                probing,
                source);
    }

    /// The fact that holds once this expectation is met.
    public FactId fact() {
        return new FactId("ready:" + id);
    }
}
