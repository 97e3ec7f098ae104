package muster.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import muster.audit.Auditor;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Need;
import muster.plan.PhaseId;
import muster.plan.Probe;
import muster.policy.Policy;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The severities that people gave to the eight blockers of the real audit, against the rule.
class AuditedBlockersTest {

    /// People called B2 a P0 although they had named a workaround: rename instead of consolidate.
    @Test
    void theRuleAgreesWithThePeopleExceptWhereTheyHadAWorkaround() throws IOException {
        var blockers = blockers();
        var plan = SmallAudit.plan(
                blockers.stream().map(AuditedBlockersTest::expectation).toList(), List.of());
        var evidence = blockers.stream().map(AuditedBlockersTest::missing).toList();

        var audit = new Auditor(plan, Policy.standard()).judge(evidence, Map.of(), SmallAudit.NOW);

        var differing = new ArrayList<String>();
        for (var blocker : blockers) {
            var computed = audit.blockers().stream()
                    .filter(each -> each.expectation().equals(id(blocker)))
                    .map(each -> each.severity().name())
                    .toList();
            if (!computed.equals(List.of(blocker.get("severity").asString()))) {
                differing.add(blocker.get("id").asString());
            }
        }
        assertThat(differing).containsExactly("B2");
    }

    /// An approval costs time only, so the plan can do without; what another party owes for week 2 is not on the
    /// path of the start; a workaround counts if it was accepted.
    private static Expectation expectation(JsonNode blocker) {
        var type = blocker.get("type").asString();
        var workaround = blocker.get("workaround").asString();
        var accepted = !workaround.startsWith("none") && !workaround.contains("not recommended");
        return new Expectation(
                id(blocker),
                blocker.get("title").asString(),
                "Blockers",
                type.equals("approval pending") ? Need.OPTIONAL : Need.REQUIRED,
                AssuranceLevel.EXISTS,
                new Probe.Capability(List.of("x"), null),
                null,
                type.equals("external dependency") ? List.of() : List.of(new PhaseId("phase-4c")),
                List.of(),
                accepted ? workaround : null,
                blocker.get("title").asString(),
                null);
    }

    private static Evidence missing(JsonNode blocker) {
        return SmallAudit.evidence(id(blocker).value(), "capability", ProbeResult.FAIL, AssuranceLevel.CLAIMED);
    }

    private static ExpectationId id(JsonNode blocker) {
        return new ExpectationId(blocker.get("id").asString().toLowerCase(Locale.ROOT));
    }

    private static List<JsonNode> blockers() throws IOException {
        var file = file();
        assumeThat(file).as("the real audit, a file beside the project").isPresent();
        var root = JsonMapper.shared().readTree(Files.readString(file.orElseThrow()));
        var blockers = new ArrayList<JsonNode>();
        root.get("audit_blockers").forEach(blockers::add);
        return blockers;
    }

    private static Optional<Path> file() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data/plan/audited_blockers.json"))
                .filter(Files::exists)
                .findFirst();
    }
}
