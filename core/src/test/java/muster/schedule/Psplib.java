package muster.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.Demand;
import muster.plan.Estimate;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.TaskId;
import muster.plan.Team;

/// Instances of the project scheduling library PSPLIB (Kolisch and Sprecher 1996), one period being an hour.
record Psplib(String name, SchedulingProblem problem, int criticalPath, int bestKnown) {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /// The folder with shared data, or null if it is not there.
    static Path folder() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var folder = at.resolve("../shared/data/psplib").normalize();
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return null;
    }

    static List<Psplib> read(Path folder, String set) {
        try (var files = Files.list(folder.resolve(set))) {
            var table = Files.readAllLines(folder.resolve("best_known.csv")).stream()
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toMap(cells -> cells[1], cells -> cells));
            return files.sorted().map(file -> of(file, table)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Psplib of(Path file, Map<String, String[]> table) {
        var name = file.getFileName().toString();
        var row = table.get(name);
        return new Psplib(name, problem(file), Integer.parseInt(row[2]), Integer.parseInt(row[3]));
    }

    private static SchedulingProblem problem(Path file) {
        var sections = sections(file);
        Map<Integer, List<TaskId>> needs = new HashMap<>();
        for (var row : sections.get("PRECEDENCE RELATIONS:")) {
            for (var successor : row.subList(3, row.size())) {
                needs.computeIfAbsent(successor, _ -> new ArrayList<>()).add(id(row.getFirst()));
            }
        }
        var items = sections.get("REQUESTS/DURATIONS:").stream()
                .map(row -> item(row, needs.getOrDefault(row.getFirst(), List.of())))
                .toList();
        var amounts = sections.get("RESOURCEAVAILABILITIES:").getFirst();
        var resources = new ArrayList<Resource>();
        for (int amount : amounts) {
            resources.add(new Resource(
                    resource(resources.size()), ResourceKind.RENEWABLE, "units", BigDecimal.valueOf(amount)));
        }
        return new SchedulingProblem(items, new Team(List.of(), List.of(), resources), START, Basis.LIKELY);
    }

    private static WorkItem item(List<Integer> row, List<TaskId> needs) {
        var demands = new ArrayList<Demand>();
        for (int amount : row.subList(3, row.size())) {
            demands.add(new Demand(resource(demands.size()), BigDecimal.valueOf(amount)));
        }
        var work = Estimate.exactly(Duration.ofHours(row.get(2)));
        return new WorkItem(id(row.getFirst()), work, List.of(), needs, demands, null);
    }

    /// The lines of numbers under each heading.
    private static Map<String, List<List<Integer>>> sections(Path file) {
        var sections = new TreeMap<String, List<List<Integer>>>();
        var rows = new ArrayList<List<Integer>>();
        try {
            for (var line : Files.readAllLines(file)) {
                if (line.endsWith(":")) {
                    rows = new ArrayList<>();
                    sections.put(line, rows);
                } else if (line.matches("[ 0-9]+")) {
                    rows.add(Stream.of(line.trim().split(" +"))
                            .map(Integer::valueOf)
                            .toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sections;
    }

    private static TaskId id(int job) {
        return new TaskId("j" + job);
    }

    private static ResourceId resource(int number) {
        return new ResourceId("r" + number);
    }
}
