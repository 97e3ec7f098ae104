package muster.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import muster.audit.AuditFinding;
import muster.audit.AuditReport;
import muster.audit.Auditor;
import muster.audit.Change;
import muster.audit.Decision;
import muster.audit.Evidence;
import muster.audit.Extent;
import muster.audit.Finding;
import muster.audit.ProbeResult;
import muster.audit.Readiness;
import muster.audit.Verdict;
import muster.audit.Waived;
import muster.audit.Weight;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.AssuranceLevel;
import muster.plan.Claim;
import muster.plan.Coordination;
import muster.plan.Deliverable;
import muster.plan.Estimate;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Header;
import muster.plan.ImportNotes;
import muster.plan.ItemId;
import muster.plan.Language;
import muster.plan.Mode;
import muster.plan.Money;
import muster.plan.Need;
import muster.plan.Origin;
import muster.plan.Outcome;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.PlanId;
import muster.plan.Probe;
import muster.plan.Question;
import muster.plan.Remedy;
import muster.plan.Severity;
import muster.plan.Source;
import muster.plan.Standing;
import muster.plan.TaskId;
import muster.plan.Team;
import muster.plan.Waiver;
import muster.plan.Watch;
import muster.policy.Policy;
import muster.report.ReportInput.Subject;
import muster.review.Answers;
import muster.review.StartForecast;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// A small audit in the words of seed 003: one expectation of every readiness.
final class SmallAudit {
    static final Instant NOW = Instant.parse("2025-12-14T06:00:00Z");
    private static final PhaseId TARGET = new PhaseId("phase-4c");

    private SmallAudit() {}

    static ReportInput input() {
        return input("COV Rename Script");
    }

    static ReportView view() {
        return ReportView.of(input());
    }

    /// The small audit with a waiver for the missing script, against a baseline.
    static ReportView waived() {
        var input = input();
        var audit = input.audit();
        var waiver = new Waiver(
                new ItemId("w-1"),
                List.of("cov*"),
                "renamed by hand this week",
                new AgentId("ba"),
                new AgentId("chief"),
                NOW.plus(Duration.ofDays(7)),
                null,
                new Source("muster.yaml", 12));
        return ReportView.of(new ReportInput(
                input.plan(),
                new AuditReport(
                        audit.plan(),
                        audit.at(),
                        audit.assessments(),
                        audit.claims(),
                        audit.contradictions(),
                        audit.blockers(),
                        audit.figures(),
                        audit.decision(),
                        List.of(new AuditFinding(
                                "unused-waiver", Severity.P3, "w-2 covers nothing", "muster.yaml:20", List.of())),
                        List.of(new Waived(new ExpectationId("cov"), waiver)),
                        List.of(
                                new Change(new ExpectationId("cov"), Change.Trend.NEW, Readiness.READY),
                                new Change(new ExpectationId("merge"), Change.Trend.WORSE, Readiness.PARTIAL)),
                        audit.extent(),
                        audit.burden(),
                        audit.beside()),
                input.answers(),
                input.subject(),
                input.components()));
    }

    /// An audit that would have said GO, had it not been interrupted.
    static ReportInput interrupted() {
        var input = input();
        var audit = input.audit();
        var go = new Decision(Verdict.GO, List.of("all-met: all is met"), List.of(), "00");
        return new ReportInput(
                input.plan(),
                new AuditReport(
                        audit.plan(),
                        audit.at(),
                        audit.assessments(),
                        List.of(),
                        List.of(),
                        List.of(),
                        audit.figures(),
                        go,
                        List.of(),
                        List.of(),
                        List.of(),
                        new Extent(3, 7, 0),
                        audit.burden(),
                        audit.beside()),
                List.of(),
                input.subject(),
                input.components());
    }

    /// A rendering as text; of a PDF, the text that it shows.
    static String text(Format format, ReportView view) {
        var bytes = Renderings.of(format).render(view);
        if (format != Format.PDF) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The small audit with another title for its missing script.
    static ReportInput input(String title) {
        return judged(plan(expectations(title), List.of()));
    }

    /// The small audit whose deliverables state the fields of their entries.
    static ReportInput withFields(String... fields) {
        return judged(plan(expectations("COV"), List.of(fields)));
    }

    /// An audit with that many missing scripts and untested services.
    static ReportInput large(int count) {
        var many = IntStream.range(0, count)
                .mapToObj(i -> expectation(
                        (i % 2 == 0 ? "cov-" : "gcs-") + i,
                        "A thing with quite a long title that has the number " + i,
                        "Many",
                        i % 2 == 0
                                ? new Probe.Capability(List.of("cov"), null)
                                : new Probe.Remote("GCS", "gs://staging/" + i)))
                .toList();
        return judged(plan(many, List.of()));
    }

    private static ReportInput judged(Plan plan) {
        var evidence = new ArrayList<>(evidence());
        plan.expectations().stream()
                .map(expectation -> expectation.id().value())
                .filter(id -> id.startsWith("cov-"))
                .map(id -> evidence(id, "capability", ProbeResult.FAIL, AssuranceLevel.CLAIMED))
                .forEach(evidence::add);
        var audit = new Auditor(plan, Policy.standard())
                .judge(evidence, Map.of(new ItemId("cov-tables"), new BigDecimal(1596)), NOW);
        var start = new StartForecast(
                NOW,
                StartForecast.Feasibility.DELAYED,
                NOW.plus(Duration.ofHours(5)),
                Duration.ofHours(5),
                List.of(new TaskId("write-cov")));
        return new ReportInput(
                plan, audit, Answers.to(plan, audit, start), new Subject(".", "muster.yaml", "0.1.0"), components());
    }

    private static List<Component> components() {
        return List.of(
                new Component(
                        "pip",
                        "polars",
                        ">=1.0",
                        "0.20.1",
                        "pkg:pypi/polars@0.20.1",
                        "requirements.txt:3",
                        List.of(new Component.Known(
                                "GHSA-aaaa-bbbb-cccc", List.of("CVE-2024-1"), "reads past the end", "HIGH", "0.20.2"))),
                new Component("apt", "jq", "", null, null, "Dockerfile:2", List.of()));
    }

    static Plan plan(List<Expectation> expectations, List<String> fields) {
        var header = new Header(
                new PlanId("m008"),
                "Implementation State & Execution Readiness Audit",
                Instant.parse("2025-12-13T20:30:00Z"),
                TARGET,
                List.of(),
                List.of(),
                new Standing.Current());
        var phase = new Phase(TARGET, "M008 Phase 4C", Mode.HYBRID, List.of(), null, null, null, null, List.of(), null);
        return new Plan(
                header,
                Team.NOBODY,
                expectations,
                claims(),
                questions(),
                List.of(phase),
                Coordination.NONE,
                List.of(),
                Watch.NONE,
                new Outcome(deliverables(fields), List.of(), List.of(), List.of(), List.of()),
                ImportNotes.NONE);
    }

    private static List<Expectation> expectations(String title) {
        return List.of(
                expectation("cov", title, "Required Scripts", new Probe.Capability(List.of("cov", "rename"), null)),
                expectation(
                        "tri",
                        "TRI table generation",
                        "Generation Scripts",
                        new Probe.Script("scripts/generate_tri_tables.py", Language.PYTHON)),
                expectation(
                        "merge",
                        "Polars merge",
                        "Extraction & Merge Scripts",
                        new Probe.Script("scripts/merge_with_polars_safe.py", Language.PYTHON)),
                expectation("dataset", "BigQuery Dataset", "Infrastructure", new Probe.Listing("features_v2", 5817)),
                expectation("gcs", "GCS access", "Infrastructure", new Probe.Remote("GCS", "gs://staging/")),
                expectation("polars", "polars", "Python Dependencies", new Probe.Dependency("pip", "polars", ">=1.0")),
                expectation("ea", "EA inventory", "Coordination", new Probe.HandedOver("EA", "rename inventory")));
    }

    private static Expectation expectation(String id, String title, String group, Probe probe) {
        var remedies = id.equals("cov")
                ? List.of(new Remedy(
                        new TaskId("write-cov"),
                        "Write the script",
                        new AgentId("ba"),
                        new Estimate(Duration.ofHours(4), Duration.ofHours(5), Duration.ofHours(6)),
                        Money.ZERO,
                        new Action.Manual("Write it"),
                        List.of()))
                : List.<Remedy>of();
        return new Expectation(
                new ExpectationId(id),
                title,
                group,
                id.equals("ea") ? Need.OPTIONAL : Need.REQUIRED,
                AssuranceLevel.PARSES,
                probe,
                id.equals("tri") ? "EXISTS, verify M008 compliance" : null,
                List.of(TARGET),
                remedies,
                id.equals("polars") ? "Use the pandas merge" : null,
                id.equals("cov") ? "1,596 tables cannot be renamed" : null,
                new Source("directive.md", 40));
    }

    private static List<Claim> claims() {
        return List.of(
                claim("cov-tables", "COV tables to rename", 1596, 113),
                claim("lag-tables", "LAG tables to consolidate", 224, 114),
                claim("var-tables", "VAR tables to rename", 7, 115),
                claim("primary", "primary violations", 364, 116),
                claim("total", "tables to remediate in total", 1968, 117));
    }

    private static Claim claim(String id, String subject, long value, int line) {
        return new Claim(
                new ItemId(id), subject, new BigDecimal(value), "tables", Origin.STATED, new Source("plan.md", line));
    }

    private static List<Question> questions() {
        return List.of(
                question(1, "Can we execute M008 Phase 4C starting Dec 14 with ZERO delays?"),
                question(2, "Which scripts are missing and how long to create them?"),
                question(3, "Are there infrastructure blockers (quotas, permissions, etc.)?"),
                question(4, "Are there dependency issues (missing packages, API access)?"),
                question(5, "What is the risk level for Phase 4C execution (LOW/MEDIUM/HIGH)?"),
                question(6, "If we start Dec 14, what are the likely execution blockers?"));
    }

    private static Question question(int number, String text) {
        return new Question(new ItemId("q" + number), number, text, null);
    }

    private static List<Deliverable> deliverables(List<String> fields) {
        return List.of(
                deliverable("IMPLEMENTATION_SCRIPT_INVENTORY_20251213.md", fields),
                deliverable("M008_PHASE4C_READINESS_REPORT_20251213.md", fields),
                deliverable("INFRASTRUCTURE_READINESS_REPORT_20251213.md", fields),
                deliverable("DEPENDENCY_ANALYSIS_20251213.md", fields),
                deliverable("EXECUTION_BLOCKER_ANALYSIS_20251213.md", fields),
                deliverable("BA_AUDIT_SUMMARY_20251213.md", fields));
    }

    private static Deliverable deliverable(String name, List<String> fields) {
        return new Deliverable(
                new ItemId("d-" + name.toLowerCase(Locale.ROOT).replace('/', '-')),
                "docs/" + name,
                name,
                null,
                null,
                fields,
                null);
    }

    private static List<Evidence> evidence() {
        return List.of(
                evidence("cov", "capability", ProbeResult.FAIL, AssuranceLevel.CLAIMED),
                evidence("tri", "script", ProbeResult.PASS, AssuranceLevel.PARSES),
                evidence("tri", "git", ProbeResult.PASS, AssuranceLevel.EXISTS),
                evidence("merge", "script", ProbeResult.FAIL, AssuranceLevel.EXISTS),
                evidence("dataset", "listing", ProbeResult.PASS, AssuranceLevel.REFERENCES_RESOLVE),
                evidence("gcs", "remote", ProbeResult.NOT_RUN, AssuranceLevel.CLAIMED),
                evidence("polars", "dependency", ProbeResult.FAIL, AssuranceLevel.EXISTS),
                evidence("ea", "handed-over", ProbeResult.FAIL, AssuranceLevel.CLAIMED));
    }

    static Evidence evidence(String id, String kind, ProbeResult result, AssuranceLevel reached) {
        var findings = id.equals("merge")
                ? List.of(new Finding("syntax", Weight.DEFECT, "unexpected indent", "scripts/merge.py:12"))
                : List.<Finding>of();
        return new Evidence(
                "E-" + id + "-" + kind,
                new ExpectationId(id),
                kind,
                List.of(id),
                result,
                reached,
                kind + " of " + id + " said " + result,
                findings,
                new TreeMap<>(attributes(id, kind)),
                "",
                List.of(),
                "host",
                NOW,
                Duration.ofMillis(12),
                NOW.plus(Duration.ofHours(24)),
                "00");
    }

    private static Map<String, String> attributes(String id, String kind) {
        return switch (id + "/" + kind) {
            case "tri/script" -> Map.of("lines", "425", "dependencies", "BigQuery Client API, pandas");
            case "tri/git" -> Map.of("last-modified", "2025-12-13T00:53:00Z");
            case "dataset/listing" -> Map.of("tables", "5817");
            case "polars/dependency" -> Map.of("version-installed", "0.20.1");
            default -> Map.of();
        };
    }
}
