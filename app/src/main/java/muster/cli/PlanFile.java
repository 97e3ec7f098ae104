package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import muster.charts.GraphFile;
import muster.plan.Parsed;
import muster.planning.PlanningResult;
import muster.wiring.PlanJson;
import muster.wiring.PlanSearch;
import muster.wiring.PlanSearchText;
import muster.wiring.WholeFile;
import org.jspecify.annotations.Nullable;

/// Finds the cheapest way to the goal of a plan in a file.
///
/// @param graph where the graph of the steps is written, if anywhere
record PlanFile(Console console, boolean json, @Nullable Path graph) {

    Exit plan(Path file, BooleanSupplier stop) throws IOException {
        return switch (PlanSearch.of(file, Instant.now(), stop)) {
            case Parsed.Failed<PlanSearch>(var problems) -> console.refuse(problems);
            case Parsed.Ok<PlanSearch>(var search) -> print(search);
        };
    }

    private Exit print(PlanSearch search) throws IOException {
        if (search.audited() == null) {
            console.say("no audit of this plan is kept: all that it expects is taken to be missing\n"
                    + "Maybe run 'muster audit' first");
        }
        if (json) {
            console.json(PlanJson.SCHEMA, PlanJson.fields(search));
        } else {
            PlanSearchText.lines(search).forEach(console::data);
        }
        if (graph != null && search.result().isPlan()) {
            var form = GraphFile.of(graph.toString()).orElseThrow();
            WholeFile.write(graph, form.text(search.plan().header().title(), search.actions()));
            console.say("wrote " + graph);
        }
        return switch (search.result()) {
            case PlanningResult.Optimal _, PlanningResult.Feasible _ -> Exit.YES;
            case PlanningResult.Unsolvable _ -> Exit.NO;
            case PlanningResult.LimitReached _ -> Exit.TIMED_OUT;
        };
    }
}
