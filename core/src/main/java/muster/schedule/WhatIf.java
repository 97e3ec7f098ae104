package muster.schedule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.Agent;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.Plan;
import muster.plan.Resource;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.plan.Team;
import org.jspecify.annotations.Nullable;

/// Edits a plan in a few words to see what would become of its schedule: `start=2025-12-15`, `drop=PHASE` or
/// `drop=TASK`, `AGENT.capacity=2`, `RESOURCE.amount=28`, `TASK.likely=4h` (also `min`, `max`, `estimate`).
/// Agents may be named by id or role in any case.
public final class WhatIf {
    private static final Pattern DURATION =
            Pattern.compile("(?=[0-9])(?:([0-9]{1,6})d)?(?:([0-9]{1,6})h)?(?:([0-9]{1,6})m)?");

    private WhatIf() {}

    /// The plan after an edit.
    ///
    /// @throws IllegalArgumentException with a message for the user if the edit means nothing
    public static Plan apply(Plan plan, String edit) {
        int equals = edit.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("'" + edit + "' is no edit such as BA.capacity=2");
        }
        var what = edit.substring(0, equals).strip();
        var value = edit.substring(equals + 1).strip();
        if (what.equals("start")) {
            return plan.startingAt(instant(value));
        }
        if (what.equals("drop")) {
            return dropped(plan, value);
        }
        int dot = what.lastIndexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("'" + what + "' names nothing that has a value, such as BA.capacity");
        }
        return changed(plan, what.substring(0, dot), what.substring(dot + 1), value);
    }

    private static Plan changed(Plan plan, String name, String part, String value) {
        return switch (part) {
            case "capacity" -> capacity(plan, name, whole(value));
            case "amount" -> amount(plan, name, number(value));
            case "min", "likely", "max", "estimate" -> estimate(plan, name, part, duration(value));
            default ->
                throw new IllegalArgumentException(
                        "'" + part + "' is none of capacity, amount, min, likely, max, estimate");
        };
    }

    private static Plan capacity(Plan plan, String name, int capacity) {
        var team = plan.team();
        require(team.agents().stream().anyMatch(agent -> isNamed(agent, name)), "no agent '" + name + "'");
        var agents = team.agents().stream()
                .map(agent -> isNamed(agent, name) ? agent.withCapacity(capacity) : agent)
                .toList();
        return plan.staffed(new Team(team.calendars(), agents, team.resources(), team.targets()));
    }

    private static boolean isNamed(Agent agent, String name) {
        return agent.id().value().equalsIgnoreCase(name)
                || agent.role().equalsIgnoreCase(name)
                || agent.name().equalsIgnoreCase(name);
    }

    private static Plan amount(Plan plan, String name, BigDecimal amount) {
        var team = plan.team();
        require(
                team.resources().stream()
                        .anyMatch(resource -> resource.id().value().equals(name)),
                "no resource '" + name + "'");
        var resources = team.resources().stream()
                .map(resource -> resource.id().value().equals(name)
                        ? new Resource(
                                resource.id(),
                                resource.kind(),
                                resource.unit(),
                                amount,
                                resource.profile(),
                                resource.rotation())
                        : resource)
                .toList();
        return plan.staffed(new Team(team.calendars(), team.agents(), resources, team.targets()));
    }

    /// A point that is moved past others takes them with it.
    private static Plan estimate(Plan plan, String name, String part, Duration time) {
        require(plan.tasks().stream().anyMatch(task -> task.id().value().equals(name)), "no task '" + name + "'");
        return plan.mappingTasks(
                task -> task.id().value().equals(name) ? task.estimated(moved(task, part, time)) : task);
    }

    private static Estimate moved(Task task, String part, Duration time) {
        var old = task.estimate();
        return switch (part) {
            case "min" -> new Estimate(time, later(time, old.likely()), later(time, old.max()));
            case "likely" -> new Estimate(earlier(time, old.min()), time, later(time, old.max()));
            case "max" -> new Estimate(earlier(time, old.min()), earlier(time, old.likely()), time);
            default -> Estimate.exactly(time);
        };
    }

    private static Duration later(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration earlier(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /// What needs dropped work no longer does.
    private static Plan dropped(Plan plan, String name) {
        var dropped = plan.phases().stream()
                .flatMap(phase -> phase.id().value().equals(name)
                        ? phase.tasks().stream()
                        : phase.tasks().stream()
                                .filter(task -> task.id().value().equals(name)))
                .collect(Collectors.toSet());
        require(
                !dropped.isEmpty()
                        || plan.phases().stream()
                                .anyMatch(phase -> phase.id().value().equals(name)),
                "no phase or task '" + name + "'");
        Set<TaskId> gone = dropped.stream().map(Task::id).collect(Collectors.toSet());
        Set<FactId> facts = dropped.stream()
                .flatMap(task -> Stream.concat(Stream.of(task.done()), task.provides().stream()))
                .collect(Collectors.toSet());
        UnaryOperator<Task> freed = task -> task.freedOf(gone, facts);
        return plan.dropping(gone).mappingTasks(freed);
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("there is " + problem);
        }
    }

    private static Instant instant(String value) {
        try {
            return value.contains("T")
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("'" + value + "' is no date such as 2025-12-15");
        }
    }

    private static int whole(String value) {
        require(value.matches("[1-9][0-9]{0,5}"), "no capacity '" + value + "', only whole numbers from 1");
        return Integer.parseInt(value);
    }

    private static BigDecimal number(String value) {
        require(value.matches("[0-9]{1,15}(\\.[0-9]{1,9})?"), "no amount '" + value + "', only numbers from 0");
        return new BigDecimal(value);
    }

    private static Duration duration(String value) {
        var match = DURATION.matcher(value);
        require(match.matches(), "no time '" + value + "', only such as 4h, 90m or 1d");
        return Duration.ofDays(part(match.group(1)))
                .plusHours(part(match.group(2)))
                .plusMinutes(part(match.group(3)));
    }

    private static long part(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
