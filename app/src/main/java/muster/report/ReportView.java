package muster.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.audit.Area;
import muster.audit.Change.Trend;
import muster.audit.ClaimVerdict;
import muster.audit.ProbeResult;
import muster.audit.Readiness;
import muster.audit.Verdict;
import muster.audit.Weight;
import muster.observation.Redaction;
import muster.plan.AssuranceLevel;
import muster.plan.Need;
import muster.plan.Severity;
import muster.review.QuestionKind;
import org.jspecify.annotations.Nullable;

/// What `report.json` says (schema `muster.report/2`), part for part and name for name; every document is a function of
/// it. Fields, units and ranges: `docs/reference/report.md`.
public record ReportView(
        String schema,
        Tool tool,
        @Nullable PlanHead plan,
        String path,
        Instant at,
        Coverage complete,
        Verdict decision,
        List<String> decisionReasons,
        List<String> wouldMakeItGo,
        String policySha256,
        SortedMap<String, Long> figures,
        List<Judged> readiness,
        List<Blocker> blockers,
        List<Claim> claims,
        List<Contradiction> contradictions,
        List<Finding> findings,
        List<Question> questions,
        List<Waiver> waivers,
        List<Change> changes,
        List<Evidence> evidence,
        List<Component> components,
        List<Document> documents) {

    /// Name and version of the format.
    public static final String SCHEMA = "muster.report/2";

    public ReportView {
        decisionReasons = List.copyOf(decisionReasons);
        wouldMakeItGo = List.copyOf(wouldMakeItGo);
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        readiness = List.copyOf(readiness);
        blockers = List.copyOf(blockers);
        claims = List.copyOf(claims);
        contradictions = List.copyOf(contradictions);
        findings = List.copyOf(findings);
        questions = List.copyOf(questions);
        waivers = List.copyOf(waivers);
        changes = List.copyOf(changes);
        evidence = List.copyOf(evidence);
        components = List.copyOf(components);
        documents = List.copyOf(documents);
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("schema must be " + SCHEMA + ", got '" + schema + "'");
        }
        if (!complete.whole() && (decision == Verdict.GO || decision == Verdict.GO_WITH_CONDITIONS)) {
            throw new IllegalArgumentException("a partial audit cannot say " + decision.word());
        }
    }

    /// What an audit found, without anything that has the shape of a secret.
    public static ReportView of(ReportInput input) {
        return of(input, Redaction.of(List.of()));
    }

    /// What an audit found, without secrets; an audit that was interrupted says DEFER where it would have said GO.
    public static ReportView of(ReportInput input, Redaction redaction) {
        return Cleaning.clean(new Making(input).view(), redaction);
    }

    /// The program that wrote the report.
    public record Tool(String name, String version) {}

    /// The plan that was audited.
    ///
    /// @param source path of the plan file, none if it is not known
    /// @param target id of the phase whose readiness is judged
    public record PlanHead(
            String id,
            String title,
            @Nullable String source,
            @Nullable String target,
            List<Phase> phases) {
        public PlanHead {
            phases = List.copyOf(phases);
        }
    }

    /// A phase of the plan.
    public record Phase(String id, String title) {}

    /// How much was probed; not whole if the audit was interrupted.
    public record Coverage(int probed, int expected, boolean whole) {}

    /// A file and a line (1-based) in it.
    public record Place(String file, int line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /// An expectation and what the evidence says of it.
    ///
    /// @param kind the plan file's word for the probe, such as `file`
    /// @param path what the probe looks at: a path, a name or an address
    /// @param about the same in words for people
    /// @param type such as `Python package`
    /// @param versionRequired range in the ecosystem's own notation, `any` if every version will do
    /// @param severity none if it is met or nobody knows
    /// @param severityByRule what the rule alone says, where a person set another
    /// @param waiver id of the waiver that covers it
    /// @param evidence ids, in the order in which the probes were made
    public record Judged(
            String id,
            String title,
            String group,
            Area area,
            String kind,
            String path,
            String about,
            String type,
            String versionRequired,
            Readiness status,
            AssuranceLevel requiredLevel,
            AssuranceLevel achievedLevel,
            Need need,
            List<String> phases,
            @Nullable String claimed,
            @Nullable Place source,
            String reason,
            List<String> remarks,
            @Nullable String workaround,
            @Nullable String impact,
            @Nullable Severity severity,
            @Nullable Severity severityByRule,
            @Nullable Overridden override,
            @Nullable String waiver,
            @Nullable Change change,
            List<String> evidence) {
        public Judged {
            phases = List.copyOf(phases);
            remarks = List.copyOf(remarks);
            evidence = List.copyOf(evidence);
        }
    }

    /// A severity that a person set, with the reason.
    public record Overridden(Severity severity, String reason) {}

    /// Working time, from the least to the most.
    public record Delay(Duration min, Duration likely, Duration max) {}

    /// Money; the currency is an ISO 4217 code.
    public record Price(BigDecimal amount, String currency) {
        @Override
        public String toString() {
            return amount.toPlainString() + " " + currency;
        }
    }

    /// An unmet expectation on the way to the goal.
    ///
    /// @param phase the first phase affected
    /// @param delayOnCriticalPath how much later the target phase can start
    public record Blocker(
            String id,
            String expectation,
            Severity severity,
            String title,
            @Nullable String phase,
            List<String> phases,
            String impact,
            @Nullable Delay delay,
            @Nullable Duration delayOnCriticalPath,
            @Nullable Price cost,
            String mitigation,
            @Nullable String workaround,
            String action,
            @Nullable String owner,
            @Nullable String waiver,
            List<String> evidence) {
        public Blocker {
            phases = List.copyOf(phases);
            evidence = List.copyOf(evidence);
        }
    }

    /// Something that a document states, and what the evidence says of it.
    public record Claim(
            String id,
            @Nullable String file,
            @Nullable Integer line,
            String text,
            String subject,
            String value,
            String unit,
            String kind,
            ClaimVerdict verdict,
            @Nullable String observed,
            String because,
            List<String> evidence) {
        public Claim {
            evidence = List.copyOf(evidence);
        }
    }

    /// Claims, by id, that cannot all be right.
    public record Contradiction(List<String> claims, String text) {
        public Contradiction {
            claims = List.copyOf(claims);
        }
    }

    /// Something particular that a probe saw, or that the audit as a whole shows.
    ///
    /// @param severity none if a probe saw it: then it weighs as its expectation does
    /// @param weight none if it is not a probe's
    /// @param place `path:line`, or the path, table, package or id that it concerns
    public record Finding(
            String code,
            @Nullable Severity severity,
            @Nullable Weight weight,
            String message,
            @Nullable String file,
            @Nullable Integer line,
            String place,
            @Nullable String expectation,
            List<String> evidence) {
        public Finding {
            evidence = List.copyOf(evidence);
        }
    }

    /// A question of the plan, answered.
    public record Question(
            int number,
            String question,
            QuestionKind kind,
            String answer,
            List<String> reasons,
            List<String> evidence) {
        public Question {
            reasons = List.copyOf(reasons);
            evidence = List.copyOf(evidence);
        }
    }

    /// An accepted exception that counts at the time of the audit.
    ///
    /// @param covers ids of the unmet expectations that it covers
    public record Waiver(
            String id,
            String reason,
            String owner,
            String approver,
            Instant expires,
            @Nullable String condition,
            @Nullable Place source,
            List<String> covers) {
        public Waiver {
            covers = List.copyOf(covers);
        }
    }

    /// How an expectation stands against the baseline.
    ///
    /// @param before none if it was not in the baseline
    public record Change(
            String expectation, Trend trend, @Nullable Readiness before) {}

    /// What one probe saw; `took` is ISO 8601.
    ///
    /// @param inputs what it rests on
    public record Evidence(
            String id,
            String expectation,
            String kind,
            List<String> subject,
            ProbeResult result,
            AssuranceLevel reached,
            String summary,
            SortedMap<String, String> attributes,
            String output,
            List<Input> inputs,
            String host,
            Instant at,
            Duration took,
            Instant expires,
            String sha256) {
        public Evidence {
            subject = List.copyOf(subject);
            attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
            inputs = List.copyOf(inputs);
        }
    }

    /// A file or other input with its SHA-256.
    public record Input(String input, String sha256) {}

    /// A document that the plan wants written.
    ///
    /// @param pages the most pages it may have, none if nothing is said
    /// @param fields labels that each entry carries, in order
    public record Document(
            String path, String title, @Nullable Integer pages, List<String> fields) {
        public Document {
            fields = List.copyOf(fields);
        }
    }
}
