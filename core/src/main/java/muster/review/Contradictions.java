package muster.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import muster.review.StatedPlan.Agent;
import muster.review.StatedPlan.Measure;
import muster.review.StatedPlan.Phase;
import muster.review.StatedPlan.Total;
import org.jspecify.annotations.Nullable;

/// Finds what cannot all be true of what a plan says of its own size, by rules that hold for any plan: totals are sums,
/// nothing is shorter than its longest chain, shares are shares, nobody works more hours than there are.
public final class Contradictions {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /// Points by which a stated share may differ from the computed one: shares are rounded to 5.
    private static final BigDecimal ROUNDING = new BigDecimal("2.5");

    private final StatedPlan plan;
    private final Map<String, Phase> phases = new LinkedHashMap<>();
    private final Map<String, Agent> agents = new HashMap<>();
    private final List<Contradiction> found = new ArrayList<>();

    private Contradictions(StatedPlan plan) {
        this.plan = plan;
        plan.phases().forEach(phase -> phases.put(phase.id(), phase));
        plan.agents().forEach(agent -> agents.put(agent.id(), agent));
    }

    /// All of them, in the order of the document's lines.
    public static List<Contradiction> of(StatedPlan plan) {
        var contradictions = new Contradictions(plan);
        contradictions.twice();
        contradictions.sum(Measure.EFFORT, Phase::effort);
        contradictions.sum(Measure.COST, Phase::cost);
        contradictions.agentSums();
        contradictions.chains();
        contradictions.statedPath();
        plan.agents().forEach(contradictions::weeks);
        contradictions.shares();
        plan.phases().forEach(contradictions::phase);
        contradictions.sharedOutputs();
        plan.texts().forEach(text -> contradictions.found.addAll(StatedArithmetic.wrong(text)));
        return contradictions.found.stream()
                .sorted(Comparator.comparingInt(Contradiction::line))
                .toList();
    }

    private void add(String rule, String stated, String computed, int line) {
        found.add(new Contradiction(rule, stated, computed, line));
    }

    /// One thing that is stated twice with different numbers.
    private void twice() {
        var told = new ArrayList<Total>();
        for (var total : plan.totals()) {
            told.stream()
                    .filter(total::isOfSame)
                    .findFirst()
                    .filter(first -> !first.range().isSame(total.range()))
                    .ifPresent(first -> add("stated-twice", says(total), says(first), total.line()));
            told.add(total);
        }
    }

    private List<Total> totals(Measure measure) {
        return plan.totals().stream()
                .filter(total -> total.measure() == measure)
                .toList();
    }

    private static String says(Total total) {
        return total.name() + " says " + total.range() + " " + total.measure().unit();
    }

    private void sum(Measure measure, Function<Phase, @Nullable Range> of) {
        var sum = sum(plan.phases(), of);
        for (var total : totals(measure)) {
            if (sum != null && !sum.isSame(total.range())) {
                add("sum", says(total), "the phases add up to " + sum + " " + measure.unit(), total.line());
            }
        }
    }

    /// Null unless every part is stated.
    private static <T> @Nullable Range sum(Collection<T> parts, Function<T, @Nullable Range> of) {
        var sum = Range.ZERO;
        for (var part : parts) {
            var range = of.apply(part);
            if (range == null) {
                return null;
            }
            sum = sum.plus(range);
        }
        return parts.isEmpty() ? null : sum;
    }

    private void agentSums() {
        var work = sum(plan.phases(), Phase::effort);
        var people = sum(plan.agents(), Agent::total);
        if (work != null && people != null && !work.isSame(people)) {
            int line = plan.agents().getFirst().line();
            add("sum", "the agents' hours add up to " + people, "the phases' hours to " + work, line);
        }
    }

    private void chains() {
        var longest = new PhaseChains(phases).longest();
        if (longest == null) {
            return;
        }
        for (var total : totals(Measure.SPAN)) {
            if (total.range().high().compareTo(longest.weeks().low()) < 0) {
                add(
                        "too-short",
                        says(total),
                        "the chain of needs " + longest + " takes " + longest.weeks()
                                + " weeks: no schedule is that short",
                        total.line());
            } else if (total.range().low().compareTo(longest.weeks().low()) < 0
                    || total.range().high().compareTo(longest.weeks().high()) < 0) {
                add(
                        "too-short",
                        says(total),
                        "the chain of needs " + longest + " takes " + longest.weeks()
                                + " weeks: the stated range is partly out of reach",
                        total.line());
            }
        }
    }

    private void statedPath() {
        var path = plan.criticalPath();
        int line = plan.totals().isEmpty() ? 1 : plan.totals().getLast().line();
        for (int at = 1; at < path.size(); at++) {
            var phase = phases.get(path.get(at));
            if (phase != null && !phase.needs().contains(path.get(at - 1))) {
                add(
                        "critical-path",
                        "the critical path goes from " + path.get(at - 1) + " to " + path.get(at),
                        "phase " + path.get(at) + " does not need " + path.get(at - 1),
                        line);
            }
        }
        var longest = new PhaseChains(phases).longest();
        if (longest != null && !path.isEmpty() && !longest.phases().equals(path)) {
            add(
                    "critical-path",
                    "the critical path is " + String.join(", ", path),
                    "the longest chain of needs is " + longest + " with " + longest.weeks() + " weeks",
                    line);
        }
    }

    /// Hours a week, times the weeks of the plan, against hours in all.
    private void weeks(Agent agent) {
        var spans = totals(Measure.SPAN);
        if (agent.weekly() == null || agent.total() == null || spans.isEmpty()) {
            return;
        }
        var hours = agent.weekly().times(spans.getFirst().range());
        if (!hours.meets(agent.total())) {
            add(
                    "agent-hours",
                    agent.id() + " has " + agent.total() + " hours in all",
                    agent.weekly() + " hours a week in " + spans.getFirst().range() + " weeks are " + hours,
                    agent.line());
        } else if (agent.total().high().compareTo(hours.high()) > 0) {
            add(
                    "agent-hours",
                    agent.id() + " has up to " + agent.total() + " hours in all",
                    agent.weekly() + " hours a week in " + spans.getFirst().range() + " weeks are at most " + hours,
                    agent.line());
        }
    }

    private void shares() {
        var all = sum(plan.agents(), Agent::total);
        if (all == null || all.low().signum() == 0) {
            return;
        }
        for (var agent : plan.agents()) {
            var total = Objects.requireNonNull(agent.total());
            var share = new Range(
                    percent(total.low(), all.low()).min(percent(total.high(), all.high())),
                    percent(total.low(), all.low()).max(percent(total.high(), all.high())));
            if (agent.share() != null
                    && !new Range(share.low().subtract(ROUNDING), share.high().add(ROUNDING)).meets(agent.share())) {
                add(
                        "share",
                        agent.id() + " does " + agent.share() + " % of the work",
                        "its hours are " + share + " % of all",
                        agent.line());
            }
        }
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    }

    private void phase(Phase phase) {
        for (var need : phase.needs()) {
            var needed = phases.get(need);
            if (needed == null) {
                add("unknown-need", "phase " + phase.id() + " needs " + need, "there is no such phase", phase.line());
            } else if (isLessUrgent(needed, phase)) {
                add(
                        "priority",
                        "phase " + phase.id() + " is " + phase.priority(),
                        "it needs phase " + need + ", which is only " + needed.priority(),
                        phase.line());
            }
        }
        if (phase.validation() != null
                && !phase.team().isEmpty()
                && phase.team().getFirst().equals(phase.validation())) {
            add(
                    "own-validation",
                    phase.validation() + " validates phase " + phase.id(),
                    "it also leads it",
                    phase.line());
        }
        hours(phase);
    }

    private static boolean isLessUrgent(Phase needed, Phase phase) {
        return needed.priority() != null
                && phase.priority() != null
                && needed.priority().compareTo(phase.priority()) > 0;
    }

    /// The hours that a phase takes against those that its people have while it lasts.
    private void hours(Phase phase) {
        var span = phase.span();
        var effort = phase.effort();
        var people = new HashSet<>(phase.team());
        if (phase.validation() != null) {
            people.add(phase.validation());
        }
        var weekly = sum(people, this::weekly);
        if (span == null || effort == null || weekly == null) {
            return;
        }
        var there = weekly.times(span);
        if (effort.high().compareTo(there.high()) > 0) {
            add(
                    "effort",
                    "phase " + phase.id() + " takes " + effort + " hours in " + span + " weeks",
                    "those who do it have " + weekly + " hours a week, so " + there + " at most",
                    phase.line());
        }
    }

    private @Nullable Range weekly(String agent) {
        var stated = agents.get(agent);
        return stated == null ? null : stated.weekly();
    }

    /// One result that two phases write although neither waits for the other.
    private void sharedOutputs() {
        var chains = new PhaseChains(phases);
        Map<String, List<Phase>> writers = new LinkedHashMap<>();
        plan.phases()
                .forEach(phase -> phase.outputs()
                        .forEach(output -> writers.computeIfAbsent(output, _ -> new ArrayList<>())
                                .add(phase)));
        writers.forEach((output, all) -> {
            Set<String> told = new HashSet<>();
            for (var phase : all) {
                all.stream()
                        .filter(other -> !other.equals(phase) && !told.contains(other.id()))
                        .filter(other -> !chains.ordered(phase.id(), other.id()))
                        .forEach(other -> add(
                                "two-writers",
                                "phases " + phase.id() + " and " + other.id() + " both write " + output,
                                "neither waits for the other",
                                other.line()));
                told.add(phase.id());
            }
        });
    }
}
