package muster.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.Expectation;
import muster.plan.Phase;
import muster.plan.Plan;
import muster.plan.Probe;
import muster.plan.Remedy;
import org.jspecify.annotations.Nullable;

/// Writes up unmet expectations as blockers.
record Blocking(Plan plan, TargetDelay target) {

    Blocker blocker(Assessment assessment, Ruling ruling) {
        var expectation = assessment.expectation();
        var remedy = CheapestRemedy.of(expectation);
        return new Blocker(
                expectation.id(),
                expectation.title() + ": " + word(assessment.readiness()),
                ruling.severity(),
                ruling.byRule(),
                impact(expectation),
                expectation.phases(),
                remedy.map(Remedy::estimate).orElse(null),
                remedy.isPresent() ? target.by(List.of(expectation)) : null,
                remedy.map(Remedy::cost).orElse(null),
                mitigation(expectation),
                expectation.workaround(),
                action(expectation, remedy),
                owner(expectation, remedy));
    }

    private static String word(Readiness readiness) {
        return readiness.name().toLowerCase(Locale.ROOT);
    }

    private String impact(Expectation expectation) {
        var stated = expectation.impact();
        if (stated != null) {
            return stated;
        }
        var phases = plan.phases().stream()
                .filter(phase -> expectation.phases().contains(phase.id()))
                .map(Phase::title)
                .collect(Collectors.joining(", "));
        return phases.isEmpty() ? "No impact is stated" : "Cannot carry out " + phases;
    }

    private static String mitigation(Expectation expectation) {
        var cheapest = CheapestRemedy.of(expectation);
        var all = expectation.remedies().stream()
                .filter(remedy -> !cheapest.equals(Optional.of(remedy)))
                .map(Remedy::title);
        var text = Stream.concat(cheapest.stream().map(Remedy::title), all).collect(Collectors.joining("; or "));
        return text.isEmpty() ? "No remedy is stated" : text;
    }

    private String action(Expectation expectation, Optional<Remedy> remedy) {
        if (expectation.probe() instanceof Probe.HandedOver awaited) {
            return "Ask " + awaited.from() + " for " + awaited.what();
        }
        if (remedy.isPresent()) {
            return remedy.get().title();
        }
        var workaround = expectation.workaround();
        return workaround == null ? "Decide how to meet it" : "Use the workaround: " + workaround;
    }

    private @Nullable AgentId owner(Expectation expectation, Optional<Remedy> remedy) {
        if (expectation.probe() instanceof Probe.HandedOver awaited) {
            return plan.team().agents().stream()
                    .filter(agent -> isCalled(agent, awaited.from()))
                    .map(Agent::id)
                    .findFirst()
                    .orElse(null);
        }
        return remedy.map(Remedy::owner).orElse(null);
    }

    private static boolean isCalled(Agent agent, String name) {
        return agent.name().equalsIgnoreCase(name)
                || agent.role().equalsIgnoreCase(name)
                || agent.id().value().equalsIgnoreCase(name);
    }
}
