package muster.markdown;

import java.util.List;
import java.util.stream.Stream;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.Expectation;
import muster.plan.Money;
import muster.plan.Remedy;
import muster.plan.TaskId;

/// Remedies of what may be missing, from the blockers that a document gives as examples; the addressee carries them
/// out.
final class SampleRemedies {
    private final Reading reading;
    private final Roster roster;
    private final List<SampleBlocker> samples;

    SampleRemedies(Reading reading, Roster roster) {
        this.reading = reading;
        this.roster = roster;
        this.samples = SampleBlocker.in(reading.document());
    }

    /// The example that tells of the thing of that name, if any and if there is somebody to act on it.
    Stream<SampleBlocker> about(String name) {
        return roster.addressee() == null
                ? Stream.of()
                : samples.stream().filter(sample -> sample.isAbout(name)).limit(1);
    }

    /// The expectation, with the remedy that an example has for it.
    Expectation added(Expectation expectation, String name) {
        var owner = roster.addressee();
        return owner == null ? expectation : added(expectation, name, owner);
    }

    private Expectation added(Expectation expectation, String name, AgentId owner) {
        var remedies = about(name).map(sample -> remedy(sample, owner, name)).toList();
        return remedies.isEmpty() ? expectation : expectation.remediedBy(remedies);
    }

    private Remedy remedy(SampleBlocker sample, AgentId owner, String name) {
        return new Remedy(
                new TaskId(reading.names().unique("create " + name)),
                sample.action(),
                owner,
                sample.estimate(),
                Money.ZERO,
                new Action.Manual(sample.action()),
                List.of());
    }
}
