package muster.cli;

import muster.rehearsal.Rehearsal;
import muster.wiring.RehearsedRuns;
import muster.wiring.desk.Held;

/// What came of a rehearsal, printed.
final class RehearsalShown {
    private RehearsalShown() {}

    static Exit json(RehearsedRuns runs, Console console) {
        var fields = console.object()
                .put("seed", runs.seed())
                .put("runs", runs.runs())
                .put("schedules", runs.runs())
                .put("steps", runs.steps())
                .put("events", runs.events())
                .put("violated", runs.violated());
        var ends = fields.putObject("ends");
        runs.ends().forEach((status, count) -> ends.put(Held.word(status), count));
        var invariants = fields.putArray("invariants");
        Rehearsal.INVARIANTS.forEach(invariants::add);
        var violations = fields.putArray("violations");
        for (var each : runs.examples()) {
            var violation = violations.addObject().put("seed", each.seed());
            var what = violation.putArray("what");
            each.violations().forEach(what::add);
            var words = violation.putArray("words");
            each.words().forEach(words::add);
        }
        console.json("muster.rehearsal/1", fields);
        return exit(runs);
    }

    static Exit text(RehearsedRuns runs, Console console) {
        console.data(runs.runs() + " runs rehearsed from seed " + runs.seed() + ": " + runs.steps() + " steps, "
                + runs.events() + " events");
        runs.ends().forEach((status, count) -> console.data("  " + count + " ended " + Held.word(status)));
        console.data("Invariants:");
        Rehearsal.INVARIANTS.forEach(invariant -> console.data("  " + invariant));
        for (var each : runs.examples()) {
            console.data("seed " + each.seed() + ":");
            each.violations().forEach(violation -> console.data("  " + violation));
        }
        console.data(runs.violated() == 0 ? "None was broken." : runs.violated() + " runs broke some.");
        return exit(runs);
    }

    private static Exit exit(RehearsedRuns runs) {
        return runs.violated() == 0 ? Exit.YES : Exit.NO;
    }
}
