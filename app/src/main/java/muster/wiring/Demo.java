package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import muster.audit.AuditReport;
import muster.audit.EscalatedBlocker;
import muster.facts.Truth;
import muster.json.Sha256;
import muster.observation.Redaction;
import muster.pack.Pack;
import muster.packs.warehouse.WarehousePack;
import muster.packs.warehouse.child.Turns;
import muster.packs.warehouse.naming.NamingStandard;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Problem;
import muster.planning.ActionPlan;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunState;
import muster.run.RunStatus;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import muster.storage.Journal;
import muster.storage.SqliteJournal;

/// Plays the m008 example through every stage: import, audit, decision, planning, schedule, run, validation, reports.
/// Whatever cuts it off, the next call goes on from there.
public final class Demo {

    /// The directive's own date; the demo's clock is set to it.
    static final Instant DIRECTED = Instant.parse("2025-12-13T20:30:00Z");
    /// The run that carries out the first part of Phase 4C.
    static final RunId RUN = new RunId("phase-4c-first-part");
    /// What the demo carries out: the part of the phase that needs no human judgement.
    static final FactId GOAL = new FactId("first-part-validated");
    private static final AgentId CHIEF = new AgentId("ce");
    private static final String IN_HIS_PLACE = "approved by the demo in the chief engineer's place";

    /// What to play.
    ///
    /// @param example folder of the example
    /// @param rows rows of each generated table
    public record Setting(Path example, Workspace workspace, int rows) {}

    private final Setting setting;
    private final Workspace workspace;
    private final Progress progress;
    private final Stages stages;
    private final DemoClock clock;

    /// A demo, not begun.
    public Demo(Setting setting, Progress progress) {
        this.setting = setting;
        this.workspace = setting.workspace();
        this.progress = progress;
        this.stages = DemoFolder.stages(workspace);
        this.clock = DemoClock.setTo(DIRECTED);
    }

    /// Plays it to the end, or to where it is interrupted.
    public DemoResult play() throws IOException, InterruptedException {
        try (var _ = DemoFolder.take(workspace)) {
            Narrative.opening(setting).forEach(progress::say);
            if (stages.finished("project")) {
                progress.say("An earlier call was cut off; going on from there.");
            }
            prepare();
            var pipeline = new Pipeline(Undelivered.of(plan()));
            var before = audited("before", pipeline, blocker -> progress.say(Narrative.escalation(blocker)));
            var outlook = Outlook.of(pipeline, before, Set.of(GOAL));
            Narrative.outlook(plan(), before, outlook, "for the part that needs no human judgement")
                    .forEach(progress::say);
            var done = execute(pipeline, before, outlook);
            var reports = report(pipeline, before, outlook);
            var after = audited("after", new Pipeline(adopted(outlook.actions(), done)), _ -> {});
            var result = DemoResult.of(workspace, new DemoResult.Parts(before, after, done, reports, verified()));
            stages.once(DemoFolder.FINISHED, () -> {});
            Narrative.closing(result).forEach(progress::say);
            return result;
        }
    }

    private void prepare() throws IOException, InterruptedException {
        var example = setting.example();
        stages.once("project", () -> new ExampleProject(example).layOut(workspace.root()));
        progress.say("Warehouse: generating its tables from " + example.getFileName() + "'s names and columns");
        stages.once(
                "warehouse", () -> Warehouses.generate(example.resolve("facts"), workspace, setting.rows(), progress));
        stages.once("plan", this::importPlan);
    }

    private void importPlan() throws IOException {
        for (var part : List.of("remediation.yaml", "adopted.yaml")) {
            Files.copy(
                    setting.example().resolve(part),
                    workspace.root().resolve(part),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        var directive = workspace.own().resolve("directive.yaml");
        value(Documents.importDocument(setting.example().resolve("directive.md"), directive));
        var included = "include: [remediation.yaml, adopted.yaml]\n";
        WholeFile.write(workspace.plan(), Files.readString(directive) + included);
    }

    private Plan plan() throws IOException {
        return value(Documents.plan(workspace.plan()));
    }

    private static <T> T value(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Ok<T>(var read) -> read;
            case Parsed.Failed<T>(var problems) ->
                throw new IllegalStateException(
                        problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        };
    }

    /// Audits once and keeps what was seen, so that the judgement is the same after a restart.
    private AuditReport audited(String when, Pipeline pipeline, Consumer<EscalatedBlocker> escalate)
            throws IOException, InterruptedException {
        var examination = new Examination(workspace, clock, progress);
        stages.once("audit-" + when, () -> examination.perform(pipeline, Examination.Order.whole(when), escalate));
        return Objects.requireNonNull(examination.kept(pipeline, when), when);
    }

    private RunState execute(Pipeline pipeline, AuditReport audit, Outlook outlook)
            throws IOException, InterruptedException {
        var start = outlook.schedule().slots().isEmpty()
                ? DIRECTED
                : outlook.schedule().slots().getFirst().start();
        try (var journal = SqliteJournal.open(workspace.journal());
                var execution = new Execution(
                        workspace, plan(), executionSetting(journal, DemoClock.setTo(later(start, journal))))) {
            var run = pipeline.run(RUN, outlook.actions());
            var state = execution.carryOut(run, Sha256.of(Files.readAllBytes(workspace.plan())), known(audit));
            execution.record(RUN, AuditOutcome.of(audit), "audit-before");
            for (var gate : Execution.waiting(state)) {
                progress.say("Gate " + gate + ": " + IN_HIS_PLACE);
                state = execution.approve(RUN, gate, CHIEF, IN_HIS_PLACE);
            }
            if (state.status() != RunStatus.FINISHED) {
                throw new IOException("the run did not finish: " + Narrative.unfinished(state));
            }
            return state;
        }
    }

    /// The run's clock does not go back behind what an earlier process wrote.
    private static Instant later(Instant start, Journal journal) {
        return journal.read(RUN, 0).stream()
                .map(Recorded::at)
                .filter(start::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(start);
    }

    private Execution.Setting executionSetting(Journal journal, DemoClock runClock) {
        return new Execution.Setting(
                journal, List.of(warehouse(runClock)), runClock, progress, Redaction.of(Set.of())::redact);
    }

    private static SortedSet<FactId> known(AuditReport audit) {
        return audit.facts().facts().values().stream()
                .filter(fact -> fact.at(audit.at()) == Truth.TRUE)
                .map(muster.facts.Fact::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Writes down which capabilities the run proved to come from a pack, and reads the plan with it.
    private Plan adopted(ActionPlan actions, RunState done) throws IOException, InterruptedException {
        stages.once(
                "adopted",
                () -> WholeFile.write(workspace.root().resolve("adopted.yaml"), Adoption.yaml(plan(), actions, done)));
        return plan();
    }

    private List<Path> report(Pipeline pipeline, AuditReport audit, Outlook outlook) throws IOException {
        var reports = pipeline.reports(audit, pipeline.answers(audit, outlook.forecast()));
        for (var report : reports.entrySet()) {
            WholeFile.write(workspace.root().resolve(report.getKey()), report.getValue());
        }
        return reports.keySet().stream().map(workspace.root()::resolve).toList();
    }

    private String verified() throws IOException {
        try (var journal = SqliteJournal.openReadOnly(workspace.journal())) {
            return switch (journal.verify(ChainHead.NONE)) {
                case ChainCheck.ChainHolds(var head) ->
                    head.sequence() + " entries, head " + head.hash().substring(0, 12);
                case ChainCheck.ChainBroken(var at, var why) ->
                    throw new IOException("the journal's chain is broken at entry " + at + ": " + why);
            };
        }
    }

    private Pack warehouse(InstantSource time) {
        return WarehousePack.pack(
                () -> Auditing.warehouse(workspace),
                () -> Auditing.existing(
                        workspace, Turns.at(workspace.warehouse()).apart()),
                new WarehousePack.Setting(NamingStandard.m008(), time, workspace.root()));
    }
}
