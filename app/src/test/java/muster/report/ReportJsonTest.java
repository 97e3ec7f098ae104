package muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.plan.Parsed;
import muster.plan.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportJsonTest {
    private static final Path PUBLISHED = Path.of("../docs/reference/report.schema.json");
    private static final String JSON = ReportJson.write(SmallAudit.view());

    /// To accept a change: run with `-Dmuster.golden=write`, and raise the version of the schema if readers would
    /// break.
    @Test
    void thePublishedSchemaIsThatOfTheFormat() throws IOException {
        if ("write".equals(System.getProperty("muster.golden"))) {
            Files.writeString(PUBLISHED, ReportSchema.text());
        }

        assertThat(Files.readString(PUBLISHED)).isEqualTo(ReportSchema.text());
    }

    @Test
    void aReportIsValidByTheSchema() {
        assertThat(schema().validate(JSON, InputFormat.JSON)).isEmpty();
        assertThat(schema().validate(ReportJson.write(ReportView.of(SmallAudit.interrupted())), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsMissingAndWhatItDoesNotKnow() {
        assertThat(schema().validate(JSON.replace("\"decision\":", "\"decided\":"), InputFormat.JSON))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        assertThat(ok(ReportReader.read("report.json", JSON))).isEqualTo(SmallAudit.view());
    }

    @Test
    void keysKeepTheirOrderAndNothingIsLeftOut() {
        var tree = ReportJson.MAPPER.readTree(JSON);

        assertThat(tree.propertyNames())
                .containsExactly(
                        "schema",
                        "tool",
                        "plan",
                        "path",
                        "at",
                        "complete",
                        "decision",
                        "decision_reasons",
                        "would_make_it_go",
                        "policy_sha256",
                        "figures",
                        "readiness",
                        "blockers",
                        "claims",
                        "contradictions",
                        "findings",
                        "questions",
                        "waivers",
                        "changes",
                        "evidence",
                        "components",
                        "documents");
        assertThat(tree.get("blockers").get(1).get("delay").isNull()).isTrue();
        assertThat(tree.get("figures").get("open_p0").asInt()).isEqualTo(2);
    }

    @Test
    void theWordsAreThoseOfPlanFilesAndOfTheDirective() {
        var cov = ReportJson.MAPPER.readTree(JSON).get("readiness").get(0);

        assertThat(List.of("kind", "path", "status", "required_level", "achieved_level", "need", "severity"))
                .extracting(name -> cov.get(name).asString())
                .containsExactly("capability", "cov rename", "MISSING", "parses", "claimed", "required", "P0");
    }

    @Test
    void everyPieceOfEvidenceStandsOnceAndIsFoundById() {
        var view = SmallAudit.view();

        assertThat(view.evidence())
                .extracting(ReportView.Evidence::id)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(view.readiness().stream().flatMap(each -> each.evidence().stream()))
                .isSubsetOf(
                        view.evidence().stream().map(ReportView.Evidence::id).toList());
    }

    @Test
    void whatNobodySeesIsEscaped() {
        var json = ReportJson.write(ReportView.of(SmallAudit.input("a\u202Eb\u0007\u200Bc\uD800\u2028d")));

        assertThat(json).contains("a\\u202Eb\\u0007\\u200Bc\uFFFD\\u2028d");
        assertThat(json.codePoints().filter(Visible::isHidden).filter(point -> point != '\n'))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            muster.report/2"         | muster.report/1"   | schema must be muster.report/2
            "decision": "NO-GO"      | "decision": "MAYBE"| expected one of [NO-GO, DEFER, GO-WITH-CONDITIONS, GO], got 'MAYBE'
            "reason": "reached       | "raison": "reached | missing key
            "path": "."              | "path": null       | path must not be null
            "complete": {            | "complete": [{     |
            """)
    void aFileThatIsNotAReportIsRefusedWithItsPlace(String there, String instead, String says) {
        var broken = JSON.replace(there, instead);
        assertThat(broken).isNotEqualTo(JSON);

        var read = ReportReader.read("old/report.json", broken);

        assertThat(((Parsed.Failed<ReportView>) read).problems())
                .singleElement()
                .extracting(Problem::toString)
                .asString()
                .startsWith("old/report.json:")
                .contains(says == null ? "complete" : says)
                .contains("Maybe");
    }

    @Test
    void aPartialReportThatSaysGoIsRefused() {
        var partial = ReportJson.write(ReportView.of(SmallAudit.interrupted()));

        var read = ReportReader.read("report.json", partial.replace("\"decision\": \"DEFER\"", "\"decision\": \"GO\""));

        assertThat(((Parsed.Failed<ReportView>) read).problems().toString()).contains("a partial audit cannot say GO");
    }

    @Test
    void textThatIsNoJsonIsRefusedWithLineAndColumn() {
        var read = ReportReader.read("x.json", "{\n  \"schema\" 1\n}");

        assertThat(((Parsed.Failed<ReportView>) read).problems().getFirst().at().toString())
                .startsWith("x.json:2:");
    }

    private static ReportView ok(Parsed<ReportView> read) {
        return switch (read) {
            case Parsed.Ok<ReportView>(var view) -> view;
            case Parsed.Failed<ReportView>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ReportSchema.text(), InputFormat.JSON);
    }
}
