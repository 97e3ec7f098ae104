package muster.coordination;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.Coordination;
import muster.plan.Escalation;
import muster.plan.HandOff;
import muster.plan.Meeting;
import muster.plan.Plan;
import muster.plan.TaskId;
import muster.run.PartName;
import org.jspecify.annotations.Nullable;

/// The charter of a plan and of the plans within it. Hand-offs, gates and tasks of a plan within another bring theirs
/// under the names that they have in the run. Of what a team has one of, such as a daily meeting of all, an escalation
/// path or the rule of one kind of conflict, the outermost plan that has it decides.
final class CharterParts {
    private final List<Part> parts = new ArrayList<>();

    private CharterParts() {}

    private record Part(PartName name, Plan plan) {
        Coordination together() {
            return plan.coordination();
        }
    }

    static Charter of(Plan plan, Map<TaskId, Plan> within) {
        var all = new CharterParts();
        all.parts.add(new Part(PartName.WHOLE, plan));
        new TreeMap<>(within).forEach((task, part) -> all.parts.add(new Part(PartName.of(task), part)));
        return new Charter(
                all.members(),
                all.each(part -> part.together().handOffs().stream().map(each -> named(part.name(), each))),
                all.outermost(
                        part -> part.together().meetings().stream().map(each -> named(part.name(), each)),
                        Meeting::attendance),
                all.outermost(part -> part.together().conflicts().stream(), each -> each.kind()),
                all.each(part -> part.together().gates().stream()
                        .map(gate -> new GateRule(part.name().gate(gate.id()), gate.policy(), gate.terms()))),
                all.outermost(
                        part -> part.together().escalations().stream().map(each -> named(part.name(), each)),
                        _ -> "path"),
                all.each(part -> part.together().waitsFor().stream()).stream()
                        .distinct()
                        .toList(),
                all.lengths());
    }

    private List<Charter.Member> members() {
        var known = new LinkedHashMap<AgentId, Charter.Member>();
        each(part -> part.plan().team().agents().stream())
                .forEach(agent -> known.putIfAbsent(agent.id(), new Charter.Member(agent.id(), agent.name())));
        return List.copyOf(known.values());
    }

    private SortedMap<TaskId, Duration> lengths() {
        var lengths = new TreeMap<TaskId, Duration>();
        for (var part : parts) {
            part.plan()
                    .tasks()
                    .forEach(task -> lengths.put(
                            part.name().task(task.id()), task.estimate().likely()));
        }
        return lengths;
    }

    private <T> List<T> each(Function<Part, Stream<T>> from) {
        return parts.stream().flatMap(from).toList();
    }

    /// All of a kind that the first plan has which has any.
    private <T, K> List<T> outermost(Function<Part, Stream<T>> from, Function<T, K> kind) {
        var first = new LinkedHashMap<K, PartName>();
        var all = new ArrayList<T>();
        for (var part : parts) {
            from.apply(part)
                    .filter(each -> first.computeIfAbsent(kind.apply(each), _ -> part.name())
                            .equals(part.name()))
                    .forEach(all::add);
        }
        return all;
    }

    private static HandOff named(PartName name, HandOff each) {
        return new HandOff(
                name.item(each.id()),
                each.title(),
                each.from(),
                each.to(),
                named(name, each.after()),
                named(name, each.before()),
                null);
    }

    private static @Nullable TaskId named(PartName name, @Nullable TaskId task) {
        return task == null ? null : name.task(task);
    }

    private static Meeting named(PartName name, Meeting each) {
        return new Meeting(
                name.item(each.id()),
                each.title(),
                each.at(),
                each.zone(),
                each.length(),
                each.attendance(),
                each.agenda(),
                null);
    }

    private static Escalation named(PartName name, Escalation each) {
        return new Escalation(name.item(each.id()), each.when(), each.to(), null);
    }
}
