package muster.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.plan.DateConstraint;
import muster.plan.Estimate;
import muster.plan.Link;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.plan.Timing;

/// Splits items that take longer than their time-box into parts that fit it even if the work takes as long as it
/// may. The parts follow each other; between two of them everything is given back. The last part keeps the item's
/// id.
final class TimeBoxes {
    private final Map<TaskId, Duration> boxes;
    private final Set<ResourceId> renewable;
    private final Set<TaskId> taken = new HashSet<>();
    private final Map<TaskId, TaskId> firstParts = new HashMap<>();

    private TimeBoxes(Map<TaskId, Duration> boxes, Set<ResourceId> renewable) {
        this.boxes = boxes;
        this.renewable = renewable;
    }

    /// @param boxes time-boxes by item
    /// @param renewable resources that every part holds; of others, the first part takes it all
    static List<WorkItem> split(List<WorkItem> items, Map<TaskId, Duration> boxes, Set<ResourceId> renewable) {
        if (boxes.isEmpty()) {
            return items;
        }
        var split = new TimeBoxes(boxes, renewable);
        items.forEach(item -> split.taken.add(item.id()));
        var parts = new ArrayList<WorkItem>();
        items.forEach(item -> parts.addAll(split.parts(item)));
        return parts.stream().map(split::relinked).toList();
    }

    private List<WorkItem> parts(WorkItem item) {
        int count = count(item);
        if (count == 1) {
            return List.of(item);
        }
        var parts = new ArrayList<WorkItem>();
        for (int number = 1; number <= count; number++) {
            var id = number == count ? item.id() : free(item.id(), number);
            parts.add(part(item, id, new Part(item.id(), number, count), parts));
        }
        firstParts.put(item.id(), parts.getFirst().id());
        return parts;
    }

    /// As many as the longest time needs at the lowest speed.
    private int count(WorkItem item) {
        var box = boxes.get(item.id());
        return box == null ? 1 : item.estimate().parts(box, item.timing().slowest());
    }

    private TaskId free(TaskId id, int number) {
        var name = new TaskId(id + ":p" + number);
        for (int other = 2; !taken.add(name); other++) {
            name = new TaskId(id + ":p" + number + "." + other);
        }
        return name;
    }

    private WorkItem part(WorkItem item, TaskId id, Part part, List<WorkItem> before) {
        boolean first = part.number() == 1;
        boolean last = part.number() == part.of();
        return new WorkItem(
                id,
                share(item.estimate(), part.of()),
                item.owners(),
                first ? item.needs() : List.of(before.getLast().id()),
                item.demands().stream()
                        .filter(demand -> first || renewable.contains(demand.resource()))
                        .toList(),
                first ? item.earliest() : null,
                timing(item.timing(), first, last),
                part);
    }

    private static Timing timing(Timing timing, boolean first, boolean last) {
        return new Timing(
                timing.links().stream()
                        .filter(link -> link.kind().holdsStart() ? first : last)
                        .toList(),
                timing.constraints().stream()
                        .filter(date -> isOfStart(date) ? first : last)
                        .toList(),
                last ? timing.deadline() : null,
                timing.kind(),
                timing.priority(),
                timing.modes());
    }

    /// Links from the start of a split item count from its first part.
    private WorkItem relinked(WorkItem item) {
        var links = item.timing().links().stream().map(this::relinked).toList();
        return item.timed(item.timing().linking(links));
    }

    private Link relinked(Link link) {
        var first = firstParts.get(link.after());
        return !link.kind().isFromFinish() && first != null ? new Link(first, link.kind(), link.lag()) : link;
    }

    private static boolean isOfStart(DateConstraint date) {
        return switch (date.kind()) {
            case START_NO_EARLIER_THAN, START_NO_LATER_THAN, MUST_START_ON -> true;
            case FINISH_NO_EARLIER_THAN, FINISH_NO_LATER_THAN, MUST_FINISH_ON -> false;
        };
    }

    private static Estimate share(Estimate estimate, int parts) {
        return new Estimate(
                share(estimate.min(), parts), share(estimate.likely(), parts), share(estimate.max(), parts));
    }

    /// Whole seconds, rounded up.
    private static Duration share(Duration time, int parts) {
        return Duration.ofSeconds(Math.ceilDiv(Model.seconds(time), parts));
    }
}
