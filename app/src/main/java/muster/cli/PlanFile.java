package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import muster.plan.Parsed;
import muster.planning.PlanningResult;
import muster.wiring.PlanJson;
import muster.wiring.PlanSearch;
import muster.wiring.PlanSearchText;

/// Finds the cheapest way to the goal of a plan in a file.
record PlanFile(Console console, boolean json) {

    Exit plan(Path file, BooleanSupplier stop) throws IOException {
        return switch (PlanSearch.of(file, Instant.now(), stop)) {
            case Parsed.Failed<PlanSearch>(var problems) -> console.refuse(problems);
            case Parsed.Ok<PlanSearch>(var search) -> print(search);
        };
    }

    private Exit print(PlanSearch search) {
        if (search.audited() == null) {
            console.say("no audit of this plan is kept: all that it expects is taken to be missing\n"
                    + "Maybe run 'muster audit' first");
        }
        if (json) {
            console.json(PlanJson.SCHEMA, PlanJson.fields(search));
        } else {
            PlanSearchText.lines(search).forEach(console::data);
        }
        return switch (search.result()) {
            case PlanningResult.Optimal _, PlanningResult.Feasible _ -> Exit.YES;
            case PlanningResult.Unsolvable _ -> Exit.NO;
            case PlanningResult.LimitReached _ -> Exit.TIMED_OUT;
        };
    }
}
