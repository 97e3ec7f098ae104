package muster.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.plan.LoopRule;
import muster.plan.TaskId;

/// When a round of a loop is over, what changed in it, and how it goes on.
final class LoopRules {
    private LoopRules() {}

    /// What follows for the loop in this state; empty if nothing does.
    static List<Event> moves(RunState state, RunLoop loop) {
        var at = state.course().loop(loop.id());
        return switch (at.standing()) {
            case UNDER_WAY -> over(state, loop) ? end(state, loop, at) : List.of();
            case ASKED, EXHAUSTED ->
                met(state, loop, changed(state, loop))
                        ? List.of(ended(loop, at, LoopState.Standing.CONVERGED, lastChanged(at)))
                        : List.of();
            case CONVERGED, ACCEPTED -> List.of();
        };
    }

    /// The next round of a loop.
    static Event next(RunState state, RunLoop loop) {
        return new LoopEvent.RoundBegan(
                loop.id(), state.course().loop(loop.id()).round() + 1);
    }

    private static boolean over(RunState state, RunLoop loop) {
        return loop.steps().stream().allMatch(task -> state.step(task).settled());
    }

    private static List<Event> end(RunState state, RunLoop loop, LoopState at) {
        var changed = changed(state, loop);
        var standing = after(state, loop, changed);
        var ended = ended(loop, at, standing, changed);
        return standing == LoopState.Standing.UNDER_WAY ? List.of(ended, next(state, loop)) : List.of(ended);
    }

    private static Event ended(RunLoop loop, LoopState at, LoopState.Standing standing, List<String> changed) {
        return new LoopEvent.RoundEnded(loop.id(), at.round(), standing, changed);
    }

    /// A loop of which everything is skipped is not gone through again.
    private static LoopState.Standing after(RunState state, RunLoop loop, List<String> changed) {
        if (met(state, loop, changed)) {
            return LoopState.Standing.CONVERGED;
        }
        if (loop.steps().stream().allMatch(task -> state.step(task) instanceof StepState.Skipped)) {
            return LoopState.Standing.ACCEPTED;
        }
        if (state.course().loop(loop.id()).round() >= loop.rule().most()) {
            return switch (loop.rule().exhausted()) {
                case STALL -> LoopState.Standing.EXHAUSTED;
                case ACCEPT -> LoopState.Standing.ACCEPTED;
            };
        }
        return loop.rule().converged() instanceof LoopRule.Criterion.Judged
                ? LoopState.Standing.ASKED
                : LoopState.Standing.UNDER_WAY;
    }

    private static boolean met(RunState state, RunLoop loop, List<String> changed) {
        var round = state.course().loop(loop.id()).round();
        return switch (loop.rule().converged()) {
            case LoopRule.Criterion.Judged _ -> false;
            case LoopRule.Criterion.Holds(var fact) -> state.facts().contains(fact);
            case LoopRule.Criterion.Unchanged _ -> round > 1 && changed.isEmpty();
            case LoopRule.Criterion.Reaches reaches -> within(state, reaches);
        };
    }

    private static boolean within(RunState state, LoopRule.Criterion.Reaches bounds) {
        if (!(state.steps().get(bounds.task()) instanceof StepState.Done(var outputs))) {
            return false;
        }
        try {
            var number =
                    new BigDecimal(outputs.getOrDefault(bounds.output(), "").strip());
            return (bounds.least() == null || number.compareTo(bounds.least()) >= 0)
                    && (bounds.most() == null || number.compareTo(bounds.most()) <= 0);
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static List<String> lastChanged(LoopState at) {
        return at.rounds().isEmpty() ? List.of() : at.rounds().getLast().changed();
    }

    /// What differs from the round before.
    private static List<String> changed(RunState state, RunLoop loop) {
        var changed = new ArrayList<String>();
        var before = state.course().loop(loop.id()).results();
        results(state, loop).forEach((task, results) -> {
            var earlier = before.getOrDefault(task, new TreeMap<>());
            Stream.concat(results.keySet().stream(), earlier.keySet().stream())
                    .distinct()
                    .sorted()
                    .filter(name -> !Objects.equals(results.get(name), earlier.get(name)))
                    .forEach(name -> changed.add(task + ": " + name));
        });
        return changed;
    }

    /// What each step of the loop came to: its outputs, and its deliverables as `file:PATH`.
    static SortedMap<TaskId, SortedMap<String, String>> results(RunState state, RunLoop loop) {
        var results = new TreeMap<TaskId, SortedMap<String, String>>();
        for (var task : loop.steps()) {
            var came = new TreeMap<String, String>();
            if (state.step(task) instanceof StepState.Done(var outputs)) {
                came.putAll(outputs);
            }
            state.claims()
                    .delivered()
                    .getOrDefault(task, new TreeMap<>())
                    .forEach((path, digest) -> came.put("file:" + path, digest));
            results.put(task, came);
        }
        return results;
    }
}
