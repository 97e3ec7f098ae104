package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.observation.Ground;
import muster.observation.Redaction;
import muster.plan.Coordination;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Header;
import muster.plan.ImportNotes;
import muster.plan.Outcome;
import muster.plan.Plan;
import muster.plan.PlanId;
import muster.plan.Standing;
import muster.plan.Team;
import muster.plan.Watch;
import muster.yaml.PlanWriter;

/// Writes down what is there as what is expected: a plan whose audit passes today and notices tomorrow what is gone.
/// Scripts are read, not run.
public final class Learning {
    /// Programs that plans of the kinds seen so far ask for. Source: seeds 003 and 004.
    public static final List<String> TOOLS = List.of(
            "bash", "bq", "curl", "docker", "gcloud", "git", "gsutil", "java", "jq", "make", "mvn", "node", "npm",
            "psql", "python3", "sqlite3");

    private final Workspace workspace;
    private final InstantSource clock;
    private final List<String> tools;
    private final Redaction redaction;

    /// Learns from a workspace, and about the usual tools.
    public Learning(Workspace workspace, InstantSource clock) {
        this(workspace, clock, TOOLS);
    }

    /// Learns from a workspace, and about these programs of the machine.
    public Learning(Workspace workspace, InstantSource clock, List<String> tools) {
        this.workspace = workspace;
        this.clock = clock;
        this.tools = List.copyOf(tools);
        this.redaction = Redaction.of(workspace.means().secrets());
    }

    /// What was learnt.
    ///
    /// @param yaml the plan as a plan file; the same state gives the same text
    public record Learnt(Plan plan, String yaml) {}

    /// How a plan's expectations differ from an earlier one's, by id in order.
    public record Difference(List<String> added, List<String> removed, List<String> changed) {
        public Difference {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            changed = List.copyOf(changed);
        }

        /// Whether nothing differs.
        public boolean isNone() {
            return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
        }

        /// One line each: `+`, `-` or `~`, and what it is about.
        public List<String> lines() {
            var lines = new ArrayList<String>();
            added.forEach(each -> lines.add("+ " + each));
            removed.forEach(each -> lines.add("- " + each));
            changed.forEach(each -> lines.add("~ " + each));
            return lines;
        }
    }

    /// Expectations for all that is there now: files, scripts with the level they reach, tools and packages with their
    /// versions, tables with their rows.
    public Learnt learn() throws IOException, InterruptedException {
        var found = new ArrayList<Expectation>();
        var all = new LearningCandidates(files(), tools).all(workspace.root());
        var candidates = all.stream().filter(this::isPublic).toList();
        var auditing = new Auditing(workspace, Examination.pack(workspace, clock), clock, Progress.SILENT);
        var seen = auditing.probe(candidates);
        for (var candidate : candidates) {
            Present.of(candidate, seen.getOrDefault(candidate.id(), List.of())).ifPresent(found::add);
        }
        found.addAll(tables());
        found.removeIf(each -> !isPublic(each));
        found.sort(Comparator.comparing(each -> each.id().value()));
        var plan = plan(found, all.size() - candidates.size());
        return new Learnt(plan, PlanWriter.write(plan));
    }

    private List<String> files() throws IOException, InterruptedException {
        var tracked = TrackedFiles.of(workspace.root());
        return tracked.isEmpty()
                ? new Ground(workspace.root().toRealPath()).files(path -> !path.startsWith(".muster/"))
                : List.copyOf(tracked);
    }

    private List<Expectation> tables() throws IOException {
        if (!Files.exists(workspace.warehouse())) {
            return List.of();
        }
        try {
            return LearntTables.of(Inventory.of(workspace));
        } catch (SQLException e) {
            throw new IOException("the warehouse cannot be read: " + e.getMessage(), e);
        }
    }

    /// A name that holds a secret would be written down with it.
    private boolean isPublic(Expectation expectation) {
        var name = expectation.probe().target();
        return redaction.redact(name).equals(name);
    }

    /// @param leftOut how many names are not told
    private Plan plan(List<Expectation> expectations, int leftOut) {
        return new Plan(
                new Header(
                        new PlanId("learnt"),
                        "What was there",
                        start(),
                        null,
                        List.of(),
                        List.of(),
                        new Standing.Current()),
                Team.NOBODY,
                expectations,
                List.of(),
                List.of(),
                List.of(),
                Coordination.NONE,
                List.of(),
                Watch.NONE,
                Outcome.NONE,
                leftOut == 0 ? ImportNotes.NONE : warning(leftOut));
    }

    private static ImportNotes warning(int leftOut) {
        var text = leftOut + " files or packages are left out, because their names look like secrets";
        return new ImportNotes(List.of(), List.of(), List.of(text), List.of(), List.of());
    }

    /// The day, so that two runs on one day give the same text.
    private Instant start() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS);
    }

    /// How the expectations of two plans differ; only what is probed, and how far, counts.
    public static Difference difference(Plan before, Plan after) {
        var old = asked(before);
        var recent = asked(after);
        var changed = new ArrayList<String>();
        recent.forEach((id, asked) -> {
            var earlier = old.getOrDefault(id, asked);
            if (!earlier.equals(asked)) {
                changed.add(id + ": " + earlier + " -> " + asked);
            }
        });
        return new Difference(only(recent, old), only(old, recent), changed);
    }

    private static List<String> only(Map<ExpectationId, String> these, Map<ExpectationId, String> others) {
        return these.entrySet().stream()
                .filter(each -> !others.containsKey(each.getKey()))
                .map(each -> each.getKey() + ": " + each.getValue())
                .toList();
    }

    private static Map<ExpectationId, String> asked(Plan plan) {
        return plan.expectations().stream()
                .sorted(Comparator.comparing(each -> each.id().value()))
                .collect(Collectors.toMap(
                        Expectation::id, each -> each.probe() + " " + each.level(), (a, _) -> a, LinkedHashMap::new));
    }
}
