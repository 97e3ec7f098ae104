package muster.psplib;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Problem;
import muster.psplib.Sections.Row;
import muster.rcpsp.Project;

/// Reads `.sm` files (one mode) and `.mm` files (several modes, nonrenewable resources) of PSPLIB (Kolisch and Sprecher
/// 1996). Jobs become activities in the order of the file, the two that stand for start and end included.
public final class PsplibReader {
    private static final String PRECEDENCES = "PRECEDENCE RELATIONS:";
    private static final String REQUESTS = "REQUESTS/DURATIONS:";
    private static final String AMOUNTS = "RESOURCEAVAILABILITIES:";

    /// Cells before the successors of a job, and before the demands of a mode.
    private static final int LEADING = 3;

    /// Hundreds of times the size of those of PSPLIB.
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Sections sections;
    private final int renewable;
    private final int resources;
    private final Map<Integer, Integer> modesOf = new HashMap<>();
    private final List<List<Project.Mode>> modes = new ArrayList<>();

    private PsplibReader(Sections sections) {
        this.sections = sections;
        renewable = sections.resources("renewable");
        resources = renewable + sections.resources("nonrenewable");
    }

    /// The project in a file, or every problem in it. Old files are not always UTF-8; what is not is taken to be
    /// Latin-1, which only remarks notice.
    ///
    /// @throws IOException if it cannot be read
    public static Parsed<Project> read(Path file) throws IOException {
        var start = new Location(file.toString(), 1, 1);
        if (Files.isDirectory(file)) {
            return new Parsed.Failed<>(List.of(Problem.at(start, "it is a folder")));
        }
        if (Files.size(file) > MOST_BYTES) {
            return new Parsed.Failed<>(
                    List.of(Problem.at(start, "a project may have " + MOST_BYTES + " bytes, got " + Files.size(file))));
        }
        var bytes = Files.readAllBytes(file);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return read(file.toString(), text.toString());
        } catch (CharacterCodingException _) {
            return read(file.toString(), new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    /// The project in a text, or every problem in it.
    ///
    /// @param file its name, for the problems
    public static Parsed<Project> read(String file, String text) {
        var sections = new Sections(file, text);
        if (sections.resources("doubly constrained") > 0) {
            sections.problem(1, 1, "doubly constrained resources are not supported");
        }
        return new PsplibReader(sections).project();
    }

    private Parsed<Project> project() {
        var successors = successors();
        sections.under(REQUESTS).forEach(this::mode);
        var amounts = amounts();
        if (sections.problems().isEmpty()) {
            IntStream.range(0, successors.size()).forEach(job -> complete(job, successors.size()));
        }
        List<Problem> problems = sections.problems();
        if (!problems.isEmpty()) {
            return new Parsed.Failed<>(problems);
        }
        var activities = IntStream.range(0, successors.size())
                .mapToObj(job -> new Project.Activity(modes.get(job), successors.get(job)))
                .toList();
        try {
            return new Parsed.Ok<>(
                    new Project(activities, amounts.subList(0, renewable), amounts.subList(renewable, resources)));
        } catch (IllegalArgumentException inconsistent) {
            sections.problem(1, 1, String.valueOf(inconsistent.getMessage()));
            return new Parsed.Failed<>(sections.problems());
        }
    }

    private List<List<Project.Successor>> successors() {
        var rows = sections.under(PRECEDENCES);
        var successors = new ArrayList<List<Project.Successor>>();
        for (var row : rows) {
            int job = successors.size() + 1;
            successors.add(List.of());
            if (row.numbers().size() < LEADING || row.numbers().getFirst() != job) {
                sections.problem(
                        row.line(),
                        row.columns().getFirst(),
                        "job " + job + " is needed here, with its counts of modes and successors");
                continue;
            }
            modesOf.put(job, row.numbers().get(1));
            successors.set(job - 1, successors(row, rows.size()));
        }
        return successors;
    }

    private List<Project.Successor> successors(Row row, int jobs) {
        var next = row.numbers().subList(LEADING, row.numbers().size());
        if (next.size() != row.numbers().get(2)) {
            sections.problem(
                    row.line(),
                    row.columns().get(2),
                    row.numbers().get(2) + " successors are announced, but there are " + next.size());
        }
        var seen = new HashSet<Integer>();
        for (int at = 0; at < next.size(); at++) {
            int job = next.get(at);
            if (job < 1 || job > jobs || !seen.add(job)) {
                sections.problem(
                        row.line(),
                        row.columns().get(LEADING + at),
                        "a successor is a job from 1 to " + jobs + ", each once, got " + job);
            }
        }
        return seen.stream()
                .sorted()
                .map(job -> new Project.Successor(job - 1, 0))
                .toList();
    }

    /// The first mode of a job begins with the job's number; the others leave it out.
    private void mode(Row row) {
        int without = resources + LEADING - 1;
        int lead = row.numbers().size() - without;
        if (lead < 0 || lead > 1) {
            sections.problem(
                    row.line(), row.columns().getFirst(), "mode, duration and " + resources + " demands are needed");
            return;
        }
        if (lead == 1) {
            modes.add(new ArrayList<>());
        }
        int job = modes.size();
        boolean fits = job > 0
                && (lead == 0 || row.numbers().getFirst() == job)
                && row.numbers().get(lead) == modes.getLast().size() + 1;
        if (!fits) {
            sections.problem(row.line(), row.columns().getFirst(), "this is not the next mode of a job");
            return;
        }
        var demands = row.numbers().subList(lead + 2, row.numbers().size());
        modes.getLast()
                .add(new Project.Mode(
                        row.numbers().get(lead + 1),
                        demands.subList(0, renewable),
                        demands.subList(renewable, resources)));
    }

    private List<Integer> amounts() {
        var rows = sections.under(AMOUNTS);
        if (!rows.isEmpty() && rows.getFirst().numbers().size() != resources) {
            sections.problem(
                    rows.getFirst().line(),
                    rows.getFirst().columns().getFirst(),
                    resources + " amounts are needed, got "
                            + rows.getFirst().numbers().size());
        }
        return rows.isEmpty() ? List.of() : rows.getFirst().numbers();
    }

    private void complete(int job, int jobs) {
        int announced = modesOf.getOrDefault(job + 1, 0);
        int known = modes.size() == jobs ? modes.get(job).size() : -1;
        if (announced != known) {
            sections.problem(
                    sections.under(PRECEDENCES).get(job).line(),
                    1,
                    "job " + (job + 1) + " announces " + announced + " modes, but " + Math.max(0, known)
                            + " are described");
        }
    }
}
