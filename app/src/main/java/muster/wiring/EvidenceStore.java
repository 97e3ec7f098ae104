package muster.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.audit.EarlierAudit;
import muster.audit.Evidence;
import muster.json.EvidenceJson;
import muster.plan.ExpectationId;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What all audits of a workspace saw: evidence as it comes in, and one line for each audit that was finished. What a
/// killed audit had seen stays there, and belongs to no audit.
public final class EvidenceStore {
    private static final String EVIDENCE = "evidence";
    private static final String AUDIT = "audit";

    private final Path path;
    private final ChainedFile file;

    private EvidenceStore(Path path) {
        this.path = path;
        this.file = new ChainedFile(path);
    }

    /// The store of a workspace; the file is made by the first audit.
    public static EvidenceStore of(Workspace workspace) {
        return at(file(workspace));
    }

    /// A store wherever it lies.
    public static EvidenceStore at(Path file) {
        return new EvidenceStore(file);
    }

    /// Where the store of a workspace lies.
    public static Path file(Workspace workspace) {
        return workspace.own().resolve("evidence.jsonl");
    }

    /// What was found out about the store.
    ///
    /// @param chain whether every line is as it was written, and evidence bears its seal
    /// @param evidence records of evidence up to the first broken line
    /// @param audits likewise
    /// @param torn bytes at the end that a killed process left; no part of the chain
    public record Verified(ChainCheck chain, long evidence, long audits, long torn) {}

    /// Appends evidence; it survives a kill from here on.
    void keep(List<Evidence> found) throws IOException {
        file.append(
                found.stream()
                        .map(each -> new ChainedFile.Draft(EVIDENCE, EvidenceJson.tree(each)))
                        .toList(),
                ChainedFile.Durability.KILL);
    }

    /// Appends that an audit is finished.
    ///
    /// @return the head of the chain, which whoever wants to notice a cut-off end keeps elsewhere
    ChainHead finish(AuditRecord audit) throws IOException {
        return file.append(
                List.of(new ChainedFile.Draft(AUDIT, AuditRecordJson.write(audit))), ChainedFile.Durability.POWER_CUT);
    }

    /// The newest audit with a label, or null.
    @Nullable
    AuditRecord newest(Predicate<String> label) throws IOException {
        var lines = file.scan().lines();
        var line = lines.reversed().stream()
                .filter(each -> each.type().equals(AUDIT))
                .filter(each -> label.test(each.body().required("label").stringValue()))
                .findFirst();
        if (line.isEmpty()) {
            return null;
        }
        var ids = line.get()
                .body()
                .path(EVIDENCE)
                .valueStream()
                .map(id -> id.stringValue())
                .collect(Collectors.toSet());
        return AuditRecordJson.read(
                line.get().body(),
                byId(lines, node -> ids.contains(node.required("id").stringValue())));
    }

    /// What the audit before the newest with a label came to; null if there is none.
    @Nullable
    EarlierAudit before(Predicate<String> label) throws IOException {
        var lines = file.scan().lines();
        var audits = lines.stream().filter(each -> each.type().equals(AUDIT)).toList();
        for (var at = audits.size() - 1; at > 0; at--) {
            if (label.test(audits.get(at).body().required("label").stringValue())) {
                return AuditRecordJson.outcome(audits.get(at - 1).body(), byId(lines, _ -> true));
            }
        }
        return null;
    }

    /// What the newest audit came to, as a baseline for others; null if there is none.
    public @Nullable EarlierAudit baseline() throws IOException {
        var newest = newest(_ -> true);
        return newest == null ? null : newest.outcome();
    }

    private static Map<String, Evidence> byId(List<ChainedLine> lines, Predicate<JsonNode> wanted) {
        return evidence(lines, wanted).collect(Collectors.toMap(Evidence::id, each -> each, (a, _) -> a));
    }

    private static Stream<Evidence> evidence(List<ChainedLine> lines, Predicate<JsonNode> wanted) {
        return lines.stream()
                .filter(each -> each.type().equals(EVIDENCE))
                .map(ChainedLine::body)
                .filter(wanted)
                .map(EvidenceJson::read);
    }

    /// The records with this id, or about this expectation; oldest first.
    public List<Evidence> find(String idOrExpectation) throws IOException {
        return evidence(
                        file.scan().lines(),
                        node -> node.required("id").stringValue().equals(idOrExpectation)
                                || node.required("expectation").stringValue().equals(idOrExpectation))
                .toList();
    }

    /// All about one expectation, oldest first.
    public List<Evidence> of(ExpectationId expectation) throws IOException {
        return evidence(
                        file.scan().lines(),
                        node -> node.required("expectation").stringValue().equals(expectation.value()))
                .toList();
    }

    /// Checks chain and seals; needs nothing but the file.
    public Verified verify() throws IOException {
        var scan = new ChainedFile(path).scan();
        var broken = scan.lines().stream()
                .filter(line -> line.type().equals(EVIDENCE))
                .filter(line -> !EvidenceJson.isIntact(EvidenceJson.read(line.body())))
                .findFirst();
        ChainCheck chain = broken.isPresent()
                ? new ChainCheck.ChainBroken(broken.get().number(), "the evidence does not bear its seal")
                : scan.check();
        return new Verified(chain, count(scan, EVIDENCE), count(scan, AUDIT), scan.torn());
    }

    private static long count(ChainedFile.Scan scan, String type) {
        return scan.lines().stream().filter(line -> line.type().equals(type)).count();
    }
}
