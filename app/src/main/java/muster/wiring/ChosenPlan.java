package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import muster.discovery.RepositoryPlan;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.planning.CostRate;
import muster.planning.UsualRemedies;
import muster.yaml.Choices;
import org.jspecify.annotations.Nullable;

/// The plan that an audit of a folder goes by.
///
/// @param source the file it was read from, none if it was found out from the folder
/// @param choices profile and variables that it was read with
public record ChosenPlan(Plan plan, Origin origin, @Nullable Path source, Choices choices) {

    /// Where it comes from.
    public enum Origin {
        /// The operator named it.
        NAMED,
        /// It lies in the folder.
        OWN,
        /// The folder has none; it is made up of what is made to be run.
        DISCOVERED
    }

    /// The plan that is named, else the folder's own, else one of what the folder holds. A document is imported; where
    /// it states no remedy the usual one is put in.
    ///
    /// @param choices profile and variables of a plan file
    /// @param now the start of a plan that says none
    public static Parsed<ChosenPlan> of(Path root, @Nullable Path named, Choices choices, Instant now)
            throws IOException {
        if (named != null) {
            return chosen(read(named, choices), Origin.NAMED, named, choices);
        }
        var own = new Workspace(root).plan();
        return Files.exists(own)
                ? chosen(read(own, choices), Origin.OWN, own, choices)
                : chosen(
                        new Parsed.Ok<>(RepositoryPlan.of(root.toRealPath(), now)),
                        Origin.DISCOVERED,
                        null,
                        Choices.NONE);
    }

    /// The same looking at the machines that the operator chose.
    public ChosenPlan aimed(Machines machines) {
        return new ChosenPlan(machines.aimed(plan), origin, source, choices);
    }

    private static Parsed<ChosenPlan> chosen(Parsed<Plan> read, Origin origin, @Nullable Path source, Choices choices) {
        return switch (read) {
            case Parsed.Ok<Plan>(var plan) -> new Parsed.Ok<>(new ChosenPlan(plan, origin, source, choices));
            case Parsed.Failed<Plan>(var problems) -> new Parsed.Failed<>(problems);
        };
    }

    private static Parsed<Plan> read(Path file, Choices choices) throws IOException {
        return switch (Documents.plan(file, choices)) {
            case Parsed.Ok<Plan>(var plan) ->
                comparable(Documents.isDocument(file) ? UsualRemedies.added(plan) : plan, file);
            case Parsed.Failed<Plan> failed -> failed;
        };
    }

    /// The cheapest way past what an audit finds is told with it, so costs have to be in one currency.
    private static Parsed<Plan> comparable(Plan plan, Path file) {
        return switch (PlanRate.of(plan, file)) {
            case Parsed.Ok<CostRate> _ -> new Parsed.Ok<>(plan);
            case Parsed.Failed<CostRate>(var problems) -> new Parsed.Failed<>(problems);
        };
    }
}
