package muster.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import muster.plan.AgentId;
import muster.plan.TaskId;
import muster.schedule.SchedulingResult;
import muster.schedule.Slot;
import muster.schedule.Wait;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Why an item of a schedule starts when it does.
///
/// @param chain items that wait for each other, the last being this one
/// @param holdsUp items that waited for this one
public record StartExplanation(Slot slot, List<TaskId> chain, List<TaskId> holdsUp) {
    /// Name and version of its JSON.
    public static final String SCHEMA = "muster.start/1";

    public StartExplanation {
        chain = List.copyOf(chain);
        holdsUp = List.copyOf(holdsUp);
    }

    /// Of one item; empty if the schedule has none of that name.
    public static Optional<StartExplanation> of(SchedulingResult.Scheduled scheduled, TaskId item) {
        var schedule = scheduled.schedule();
        return schedule.slotOf(item)
                .map(slot -> new StartExplanation(
                        slot,
                        schedule.chainTo(item),
                        schedule.slots().stream()
                                .filter(other -> other.waits().stream()
                                        .map(Wait::other)
                                        .filter(Objects::nonNull)
                                        .anyMatch(item::equals))
                                .map(Slot::item)
                                .toList()));
    }

    /// One sentence a line.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(slot.item() + " starts " + slot.start() + " and ends " + slot.finish() + owners());
        slot.waits().forEach(wait -> lines.add("    " + WaitWords.of(wait)));
        if (slot.waits().isEmpty()) {
            lines.add("    it waits for nothing");
        }
        lines.add("chain          " + ids(chain, " -> "));
        lines.add("slack          " + WaitWords.hours(slot.totalSlack()) + ", " + WaitWords.hours(slot.freeSlack())
                + " before it moves another");
        lines.add("holds up       " + (holdsUp.isEmpty() ? "nothing" : ids(holdsUp, ", ")));
        return lines;
    }

    private String owners() {
        var owners = slot.owners().stream().map(AgentId::value).collect(Collectors.joining(", "));
        return owners.isEmpty() ? "" : ", done by " + owners;
    }

    private static String ids(List<TaskId> items, String between) {
        return items.stream().map(TaskId::value).collect(Collectors.joining(between));
    }

    /// The fields after the schema; durations in seconds.
    public ObjectNode fields() {
        var node = JsonMapper.shared()
                .createObjectNode()
                .put("id", slot.item().value())
                .put("start", slot.start().toString())
                .put("finish", slot.finish().toString())
                .put("total_slack", slot.totalSlack().toSeconds())
                .put("free_slack", slot.freeSlack().toSeconds());
        var waits = node.putArray("waits");
        slot.waits()
                .forEach(wait -> waits.addObject()
                        .put("for", WaitWords.kind(wait))
                        .put("until", wait.until().toString())
                        .put("words", WaitWords.of(wait)));
        var before = node.putArray("chain");
        chain.forEach(item -> before.add(item.value()));
        var after = node.putArray("holds_up");
        holdsUp.forEach(item -> after.add(item.value()));
        return node;
    }
}
