package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.Ids;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Problem;
import muster.plan.Task;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// The plans that tasks of a plan are, read from their files, and the plans within those.
public final class PlanParts {
    /// Plans within each other at most; more is taken for a mistake.
    private static final int DEEPEST = 5;

    private final SortedMap<TaskId, Plan> parts = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private PlanParts() {}

    /// The plans by the names that their steps have in a run, such as `build` and `build.test`.
    public static Parsed<SortedMap<TaskId, Plan>> of(Path file, Plan plan) throws IOException {
        var found = new PlanParts();
        found.add(new Place("", file, Set.of(file.toAbsolutePath().normalize())), plan);
        return found.problems.isEmpty() ? new Parsed.Ok<>(found.parts) : new Parsed.Failed<>(found.problems);
    }

    /// Where a plan was read.
    ///
    /// @param open the files that lead to it
    private record Place(String prefix, Path file, Set<Path> open) {
        Place of(String name, Path part) {
            var all = new HashSet<>(open);
            all.add(part);
            return new Place(name + ".", part, all);
        }
    }

    private void add(Place place, Plan plan) throws IOException {
        for (var task : plan.tasks()) {
            if (task.contract().plan() != null) {
                add(place, task, task.contract().plan());
            }
        }
    }

    private void add(Place place, Task task, String named) throws IOException {
        var name = place.prefix() + task.id();
        var part = path(place.file(), named);
        if (task.compensation() != null) {
            wrong(place, task, "it is a plan and is undone by what undoes its tasks, yet it has a compensation");
        }
        if (part == null || !Files.isRegularFile(part)) {
            wrong(place, task, "its plan " + named + " is not there");
        } else if (place.open().contains(part)) {
            wrong(place, task, "its plan " + named + " would be within itself");
        } else if (place.open().size() > DEEPEST) {
            wrong(place, task, "plans are within each other at most " + DEEPEST + " deep");
        } else if (!Ids.isId(name)) {
            wrong(place, task, "its name in the run would be too long: " + name);
        } else {
            read(place.of(name, part), new TaskId(name));
        }
    }

    private void read(Place place, TaskId name) throws IOException {
        switch (Documents.plan(place.file())) {
            case Parsed.Failed<Plan>(var wrong) -> problems.addAll(wrong);
            case Parsed.Ok<Plan>(var plan) -> {
                parts.put(name, plan);
                add(place, plan);
            }
        }
    }

    private static @Nullable Path path(Path file, String named) {
        try {
            return file.toAbsolutePath().resolveSibling(named).normalize();
        } catch (InvalidPathException _) {
            return null;
        }
    }

    private void wrong(Place place, Task task, String what) {
        problems.add(Problem.at(new Location(place.file().toString(), 1, 1), "task " + task.id() + ": " + what));
    }
}
