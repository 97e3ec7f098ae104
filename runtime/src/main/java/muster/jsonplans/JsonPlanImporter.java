package muster.jsonplans;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.markdown.Imported;
import muster.plan.Action;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.AgentKind;
import muster.plan.Coordination;
import muster.plan.Estimate;
import muster.plan.Gate;
import muster.plan.GateId;
import muster.plan.Header;
import muster.plan.ImportNotes;
import muster.plan.ItemId;
import muster.plan.Location;
import muster.plan.Mode;
import muster.plan.Money;
import muster.plan.NeedsDecision;
import muster.plan.OneLine;
import muster.plan.Outcome;
import muster.plan.Parsed;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.PlanId;
import muster.plan.Problem;
import muster.plan.Source;
import muster.plan.Standing;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.plan.Team;
import muster.plan.Watch;
import muster.review.Contradiction;
import muster.review.Contradictions;
import muster.review.Range;
import muster.review.StatedPlan;
import muster.yaml.ForeignNodes;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads a plan out of JSON that has phases with tasks, or tasks alone. The same bytes give an equal plan; what is
/// ambiguous becomes a `needs-decision` entry, what contradicts itself a warning. It fails for text that is no JSON and
/// for JSON without phases and tasks.
public final class JsonPlanImporter {
    private static final Pattern MOMENT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2}))?");

    private final String document;
    private final Tree root;
    private final StatedPlan stated;
    private final Map<String, AgentId> agents = new LinkedHashMap<>();
    private final Map<String, TaskId> tasks = new LinkedHashMap<>();
    private final List<NeedsDecision> asked = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();

    private JsonPlanImporter(String document, Tree root) {
        this.document = document;
        this.root = root;
        this.stated = StatedReader.read(root);
    }

    /// Reads the plan with its figures.
    ///
    /// @param name what sources and problems name as the document
    public static Parsed<Imported> read(String name, byte[] bytes) {
        return switch (ForeignNodes.read(name, bytes)) {
            case Parsed.Failed<Node>(var problems) ->
                new Parsed.Failed<>(
                        problems.stream().map(JsonPlanImporter::ofJson).toList());
            case Parsed.Ok<Node>(var node) -> read(name, new Tree(node));
        };
    }

    private static Parsed<Imported> read(String name, Tree root) {
        return root.list("phases", "stages").isEmpty() && root.list("tasks").isEmpty()
                ? failed(new Location(name, 1, 1), "there are no phases and no tasks in it")
                : new Parsed.Ok<>(new Imported(new JsonPlanImporter(name, root).plan(), 0));
    }

    /// Problems of the reader for plan files in words for JSON.
    private static Problem ofJson(Problem problem) {
        var hint = problem.hint();
        return new Problem(
                problem.at(),
                problem.message().replaceFirst("^not YAML", "it is no JSON"),
                hint != null && hint.contains("UTF-8") ? hint : null);
    }

    private static Parsed<Imported> failed(Location at, String message) {
        return new Parsed.Failed<>(List.of(Problem.at(at, message)));
    }

    private Plan plan() {
        agents();
        var phases = phases();
        var warnings = Contradictions.of(stated).stream().map(this::warning).toList();
        return new Plan(
                header(),
                new Team(List.of(), agents.entrySet().stream().map(this::agent).toList(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                phases,
                new Coordination(gates, List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(),
                new Watch(List.of(), List.of()),
                new Outcome(List.of(), List.of(), List.of(), criteria(), List.of()),
                new ImportNotes(asked, List.of(), warnings, List.of(), List.of()));
    }

    private String warning(Contradiction found) {
        return document + ":" + found.line() + ": " + found;
    }

    private Header header() {
        var title = root.text("title", "name", "plan", "source");
        return new Header(
                new PlanId(slug(document.replaceFirst("\\.[^.]*$", ""))),
                OneLine.folded(title == null ? document : title),
                start(),
                null,
                List.of(),
                List.of(),
                new Standing.Current());
    }

    /// The start that is stated, else the first date that the head of the document names.
    private Instant start() {
        for (var key : List.of("start", "start_date", "date", "created", "source")) {
            var text = root.text(key);
            var match = text == null ? null : MOMENT.matcher(text);
            if (match != null && match.find()) {
                ask(1, "Does the plan start at " + match.group() + "?", "the date stands under '" + key + "'");
                return moment(match.group(1), match.group(2));
            }
        }
        ask(1, "When does the plan start?", "no date is stated");
        return Instant.EPOCH;
    }

    private static Instant moment(String day, @Nullable String time) {
        return LocalDateTime.parse(day + "T" + (time == null ? "00:00" : time)).toInstant(ZoneOffset.UTC);
    }

    /// Those that the document introduces, then those that only phases and tasks name.
    private void agents() {
        var introduced = root.get("agents", "team");
        if (introduced != null) {
            introduced.entries().keySet().forEach(this::know);
            introduced.texts("members").forEach(this::know);
        }
        for (var phase : root.list("phases", "stages")) {
            names(phase).forEach(this::know);
            phase.list("tasks").forEach(task -> names(task).forEach(this::know));
        }
        root.list("tasks").forEach(task -> names(task).forEach(this::know));
    }

    private void know(String name) {
        agents.computeIfAbsent(name, _ -> new AgentId(slug(name)));
    }

    private static List<String> names(Tree entry) {
        var names = new ArrayList<String>();
        names.addAll(entry.texts("lead", "owner", "owners", "assignee"));
        names.addAll(entry.texts("support"));
        names.addAll(entry.texts("approval", "approver"));
        names.addAll(entry.texts("validation"));
        return names;
    }

    private Agent agent(Map.Entry<String, AgentId> named) {
        var introduced = root.get("agents", "team");
        var about = introduced == null ? null : introduced.text(named.getKey());
        return new Agent(
                named.getValue(),
                OneLine.folded(named.getKey()),
                OneLine.folded(named.getKey()),
                AgentKind.AI,
                about == null ? List.of() : List.of(about),
                List.of(),
                List.of(),
                1,
                null);
    }

    private List<Phase> phases() {
        var listed = root.list("phases", "stages");
        listed.forEach(phase -> phase.list("tasks").forEach(this::name));
        root.list("tasks").forEach(this::name);
        var ids = new LinkedHashMap<String, PhaseId>();
        listed.forEach(phase -> ids.put(key(phase), phaseId(key(phase))));
        var phases = new ArrayList<Phase>();
        for (int at = 0; at < listed.size(); at++) {
            phases.add(phase(listed.get(at), stated.phases().get(at), ids));
        }
        if (!root.list("tasks").isEmpty()) {
            phases.add(new Phase(
                    new PhaseId("work"),
                    "Work",
                    Mode.HYBRID,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    root.list("tasks").stream()
                            .map(task -> task(task, Estimate.ZERO, null))
                            .toList(),
                    null));
        }
        return phases;
    }

    private void name(Tree task) {
        var key = key(task);
        tasks.computeIfAbsent(key, _ -> new TaskId(free("t" + slug(key))));
    }

    private String free(String id) {
        Set<String> taken = new LinkedHashSet<>();
        tasks.values().forEach(task -> taken.add(task.value()));
        var name = id;
        for (int other = 2; taken.contains(name); other++) {
            name = id + "-" + other;
        }
        return name;
    }

    private static String key(Tree entry) {
        var key = entry.text("id", "number", "name", "title");
        return key == null ? "line-" + entry.line() : key;
    }

    private static PhaseId phaseId(String key) {
        return new PhaseId("phase-" + slug(key));
    }

    private Phase phase(Tree phase, StatedPlan.Phase said, Map<String, PhaseId> ids) {
        var list = phase.list("tasks");
        var effort = said.effort();
        var made = list.stream()
                .map(task -> task(task, share(effort, list.size()), phase))
                .toList();
        if (effort != null && !list.isEmpty()) {
            ask(
                    phase.line(),
                    "How long does each task of " + said.name() + " take?",
                    "the phase takes " + effort + " hours; each task has an even share of it");
        }
        approval(phase, said, made);
        return new Phase(
                phaseId(key(phase)),
                OneLine.folded(said.name()),
                Mode.HYBRID,
                said.needs().stream()
                        .flatMap(need -> Stream.ofNullable(ids.get(need)))
                        .toList(),
                null,
                effort == null ? null : share(effort, 1),
                null,
                null,
                made,
                new Source(document, phase.line()));
    }

    private void approval(Tree phase, StatedPlan.Phase said, List<Task> made) {
        var approvers = phase.texts("approval", "approver").stream()
                .flatMap(approver -> Stream.ofNullable(agents.get(approver)))
                .toList();
        if (!approvers.isEmpty()) {
            gates.add(new Gate(
                    new GateId(slug(phaseId(key(phase)).value() + "-approval")),
                    "Approval of " + OneLine.folded(said.name()),
                    approvers,
                    made.stream().map(Task::id).toList(),
                    List.of(),
                    null,
                    new Source(document, phase.line())));
        }
    }

    private static Estimate share(@Nullable Range hours, int parts) {
        if (hours == null || parts == 0) {
            return Estimate.ZERO;
        }
        var low = minutes(hours.low(), parts);
        var high = minutes(hours.high(), parts);
        return new Estimate(low, low.plus(high.minus(low).dividedBy(2)), high);
    }

    private static Duration minutes(BigDecimal hours, int parts) {
        return Duration.ofMinutes(hours.multiply(BigDecimal.valueOf(60))
                .divide(BigDecimal.valueOf(parts), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    private Task task(Tree task, Estimate estimate, @Nullable Tree phase) {
        var own = task.texts("owner", "owners", "assignee");
        var owners = own.isEmpty() && phase != null ? phase.texts("lead", "owner") : own;
        var title = task.text("title", "name", "description");
        var id = tasks.get(key(task));
        var needs = task.texts("depends_on", "dependencies", "dependsOn", "needs").stream()
                .flatMap(need -> Stream.ofNullable(tasks.get(need)))
                .filter(need -> !need.equals(id))
                .toList();
        return new Task(
                Objects.requireNonNull(id),
                OneLine.folded(title == null || title.isBlank() ? key(task) : title),
                owners.stream()
                        .flatMap(owner -> Stream.ofNullable(agents.get(owner)))
                        .toList(),
                needs,
                List.of(),
                List.of(),
                estimate,
                Money.ZERO,
                List.of(),
                null,
                new Action.Manual(title == null ? key(task) : title),
                null,
                List.of(),
                0,
                null,
                null,
                new Source(document, task.line()));
    }

    private List<String> criteria() {
        var criteria = new ArrayList<String>(root.texts("success_criteria", "successCriteria"));
        root.list("phases", "stages")
                .forEach(phase -> phase.texts("success_criteria", "successCriteria")
                        .forEach(text -> criteria.add(phase.text("name", "title", "id") + ": " + text)));
        return criteria;
    }

    private void ask(int line, String question, String text) {
        asked.add(new NeedsDecision(
                new ItemId("decision-" + (asked.size() + 1)), question, text, new Source(document, line)));
    }

    private static String slug(String text) {
        var slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._:-]+", "-").replaceAll("^[^a-z0-9]+|-+$", "");
        return slug.isEmpty() ? "x" : slug.substring(0, Math.min(slug.length(), 100));
    }
}
