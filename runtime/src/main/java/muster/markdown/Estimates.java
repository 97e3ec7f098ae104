package muster.markdown;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import muster.plan.DayWindow;
import muster.plan.Estimate;
import muster.plan.PhaseId;
import org.jspecify.annotations.Nullable;

/// How long tasks take, from what the document says; asks once for each thing that it leaves open.
final class Estimates {
    private final Reading reading;
    private final Map<PhaseId, Long> shares = new HashMap<>();
    private int dayLine;
    private int shareLine;
    private int silentLine;
    private int silent;

    Estimates(Reading reading) {
        this.reading = reading;
    }

    /// The line's own time; else its days at eight hours; else an even share of the phase's time; else nothing.
    Estimate of(Work work, PhaseDraft draft) {
        if (work.part() != Work.Part.WORK) {
            return Estimate.ZERO;
        }
        if (work.estimate() != null) {
            return work.estimate();
        }
        return work.days() == null ? share(work, draft.estimate(), draft) : days(work, work.days());
    }

    private Estimate days(Work work, DayWindow days) {
        dayLine = dayLine == 0 ? work.line() : dayLine;
        return Estimate.exactly(Durations.WORKDAY.multipliedBy(days.last() - days.first() + 1L));
    }

    private Estimate share(Work work, @Nullable Estimate whole, PhaseDraft draft) {
        if (whole == null) {
            silentLine = silentLine == 0 ? work.line() : silentLine;
            silent++;
            return Estimate.ZERO;
        }
        long parts = shares.computeIfAbsent(draft.id(), id -> open(draft));
        shareLine = shareLine == 0 && parts > 1 ? work.line() : shareLine;
        return new Estimate(part(whole.min(), parts), part(whole.likely(), parts), part(whole.max(), parts));
    }

    private static long open(PhaseDraft draft) {
        return draft.work().stream()
                .filter(line -> line.part() == Work.Part.WORK && line.estimate() == null)
                .count();
    }

    private static Duration part(Duration whole, long parts) {
        return whole.dividedBy(parts);
    }

    /// Puts the open questions, if there are any.
    void ask() {
        if (dayLine > 0) {
            reading.notes()
                    .ask(
                            dayLine,
                            "How many hours of work has a day?",
                            "The document gives days only; 8 hours each are set until that is decided.");
        }
        if (shareLine > 0) {
            reading.notes()
                    .ask(
                            shareLine,
                            "How long does each task take?",
                            "The document gives the time of the phase only; it is divided evenly among its tasks until that is decided.");
        }
        if (silent > 0) {
            reading.notes()
                    .ask(
                            silentLine,
                            "How long do the tasks without a time take?",
                            silent + " tasks have neither a time nor days; no time is set for them.");
        }
    }
}
