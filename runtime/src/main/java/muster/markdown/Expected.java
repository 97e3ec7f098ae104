package muster.markdown;

import java.util.List;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Need;
import muster.plan.PhaseId;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;

/// An expectation before it has an id.
///
/// @param idWords what its id is made of
record Expected(
        String idWords,
        String title,
        String group,
        Need need,
        AssuranceLevel level,
        Probe probe,
        @Nullable String claimed,
        List<PhaseId> phases,
        int line) {
    Expected {
        phases = List.copyOf(phases);
    }

    Expectation as(Reading reading) {
        return new Expectation(
                new ExpectationId(reading.names().unique(idWords)),
                title,
                group,
                need,
                level,
                probe,
                claimed,
                phases,
                List.of(),
                null,
                null,
                reading.at(line));
    }
}
