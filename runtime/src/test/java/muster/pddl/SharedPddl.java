package muster.pddl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.plan.Parsed;

/// Tasks of the International Planning Competitions with the costs that a reference planner found; they stay outside
/// the tree.
///
/// @param optimalCost empty if the reference did not find it
public record SharedPddl(String domain, String name, String optimalCost, String greedyCost) {

    /// All of them; none if the folder is not there.
    public static List<SharedPddl> all() {
        var folder = folder();
        try {
            return folder == null
                    ? List.of()
                    : Files.readAllLines(folder.resolve("anchors.csv")).stream()
                            .skip(1)
                            .map(line -> line.split(",", -1))
                            .map(cells -> new SharedPddl(cells[0], cells[1], cells[2], cells[4]))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var folder = at.resolve(System.getProperty("muster.shared", "../shared/data"))
                    .resolve("pddl")
                    .normalize();
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return null;
    }

    public Path domainFile() {
        return folder().resolve(domain).resolve("domain.pddl");
    }

    public Path problemFile() {
        return folder().resolve(domain).resolve(name + ".pddl");
    }

    public PddlTask task() {
        try {
            return switch (PddlReader.read(PddlText.of(domainFile()), PddlText.of(problemFile()))) {
                case Parsed.Ok<PddlTask>(var task) -> task;
                case Parsed.Failed<PddlTask>(var problems) -> throw new AssertionError(problems);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return domain + " " + name;
    }
}
