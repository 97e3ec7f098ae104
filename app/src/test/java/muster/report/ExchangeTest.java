package muster.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/// The formats that other programs read.
class ExchangeTest {

    static Stream<ReportView> reports() {
        return Stream.of(
                SmallAudit.view(),
                SmallAudit.waived(),
                ReportView.of(SmallAudit.interrupted()),
                ReportView.of(SmallAudit.input("x`|<script>]]>\n\"'\\# {0} [a](b)\u202E\u0000")));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void sarifIsValidByTheOfficialSchema(ReportView view) {
        assertThat(schema(SpecificationVersion.DRAFT_7, "schema/sarif-schema-2.1.0.json")
                        .validate(Sarif.write(view), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theBillOfMaterialsIsValidByTheOfficialSchema(ReportView view) {
        assertThat(schema(SpecificationVersion.DRAFT_7, "bom-1.6.schema.json")
                        .validate(CycloneDx.write(view), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theOfficialSchemasRefuseWhatIsWrong() {
        assertThat(schema(SpecificationVersion.DRAFT_7, "schema/sarif-schema-2.1.0.json")
                        .validate(Sarif.write(SmallAudit.view()).replace("\"fail\"", "\"bad\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema(SpecificationVersion.DRAFT_7, "bom-1.6.schema.json")
                        .validate(CycloneDx.write(SmallAudit.view()).replace("library", "book"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void sarifPointsAtTheLineOfTheDirectiveAndAtTheScript() {
        var tri = results(SmallAudit.view()).stream()
                .filter(each -> each.at("/properties/subject").asString().equals("tri"))
                .findFirst()
                .orElseThrow();

        assertThat(tri.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
                .isEqualTo("directive.md");
        assertThat(tri.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(40);
        assertThat(tri.at("/relatedLocations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("scripts/generate_tri_tables.py");
    }

    @Test
    void whatWasNotTestedIsOpenInSarifNeitherPassedNorFailed() {
        assertThat(results(SmallAudit.view()))
                .filteredOn(each -> each.at("/properties/subject").asString().equals("gcs"))
                .extracting(each ->
                        each.get("kind").asString() + " " + each.get("level").asString())
                .containsExactly("open none");
    }

    @Test
    void aWaiverIsASuppressionAndTheResultStillFails() {
        var cov = results(SmallAudit.waived()).getFirst();

        assertThat(cov.get("kind").asString()).isEqualTo("fail");
        assertThat(cov.at("/suppressions/0/status").asString()).isEqualTo("accepted");
        assertThat(cov.at("/suppressions/0/justification").asString()).isEqualTo("renamed by hand this week");
    }

    @Test
    void changesAreBaselineStatesOfAllResults() {
        assertThat(results(SmallAudit.waived()))
                .extracting(each -> each.get("baselineState").asString())
                .contains("new", "unchanged", "updated");
        assertThat(results(SmallAudit.view())).noneMatch(each -> each.has("baselineState"));
    }

    @Test
    void fingerprintsDoNotChangeWithTheTitle() {
        assertThat(fingerprints(ReportView.of(SmallAudit.input("one"))))
                .isEqualTo(fingerprints(ReportView.of(SmallAudit.input("another"))));
    }

    @Test
    void pathsBecomeUris() {
        assertThat(Stream.of("a b/ü.py", "/etc/passwd", "c:d", "x%20#y?z").map(SarifNodes::uri))
                .containsExactly("a%20b/%C3%BC.py", "file:///etc/passwd", "c%3Ad", "x%2520%23y%3Fz");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void junitIsXmlAndItsCountsAddUp(ReportView view) throws Exception {
        var root = xml(JunitXml.write(view));

        assertThat(root.getElementsByTagName("testcase").getLength())
                .isEqualTo(Integer.parseInt(root.getAttribute("tests")));
        for (var counted : List.of("failure/failures", "error/errors", "skipped/skipped")) {
            var names = counted.split("/", 2);
            assertThat(root.getElementsByTagName(names[0]).getLength())
                    .isEqualTo(Integer.parseInt(root.getAttribute(names[1])));
        }
    }

    @Test
    void junitTellsFailedFromNotTestedFromExcused() throws Exception {
        var root = xml(JunitXml.write(SmallAudit.waived()));

        assertThat(outcomeOf("tri", root)).isEqualTo("passed");
        assertThat(outcomeOf("merge", root)).isEqualTo("failure");
        assertThat(outcomeOf("gcs", root)).isEqualTo("error");
        assertThat(outcomeOf("cov", root)).isEqualTo("skipped");
        assertThat(outcomeOf("ea", root)).isEqualTo("skipped");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void tapHasAsManyPointsAsItPlansAndYamlUnderEach(ReportView view) {
        var tap = Tap.write(view);
        var points =
                tap.lines().filter(line -> line.matches("(not )?ok \\d+ - .*")).toList();

        assertThat(tap).startsWith("TAP version 14\n1.." + points.size() + "\n");
        assertThat(points).hasSameSizeAs(view.readiness());
        assertThat(Stream.of(tap.split("(?m)^  ---\n")).skip(1))
                .allSatisfy(block -> assertThat(new Load(LoadSettings.builder().build())
                                .loadFromString(block.substring(0, block.indexOf("  ...\n"))))
                        .asString()
                        .contains("status", "evidence"));
    }

    @Test
    void inTapNothingButWhatIsMetIsOk() {
        var lines = Tap.write(SmallAudit.waived()).lines().toList();

        assertThat(lines.stream().filter(line -> line.startsWith("ok "))).hasSize(2);
        assertThat(lines).anyMatch(line -> line.startsWith("not ok 1 ") && line.contains("# TODO MISSING, waived by"));
        assertThat(Tap.write(ReportView.of(SmallAudit.interrupted()))).contains("\nBail out! Partial");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyRowOfTheCsvHasTheSameCells(ReportView view) {
        var rows = Csv.write(view).split("\r\n");

        assertThat(rows)
                .hasSize(view.readiness().size() + 1)
                .allSatisfy(row -> assertThat(cells(row)).hasSize(19));
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void noCellOfTheCsvIsAFormula(String title) {
        var row = Csv.write(ReportView.of(SmallAudit.input(title))).split("\r\n", -1)[1];

        assertThat(cells(row).get(1)).isEqualTo("\"'" + title.strip().replace("\"", "\"\"") + "\"");
    }

    static Stream<String> formulas() {
        return Stream.of("=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "\t=1+1");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyLineOfThePrometheusTextIsACommentOrASample(ReportView view) {
        assertThat(Prometheus.write(view).lines())
                .allMatch(line -> line.matches("# (HELP|TYPE) muster_\\w+ .+")
                        || line.matches("muster_\\w+(\\{(\\w+=\"([^\"\\\\]|\\\\.)*\",?)+\\})? \\d+"));
    }

    @Test
    void promtoolFindsNothingWrong() throws IOException, InterruptedException {
        assumeThat(Files.exists(Path.of("/usr/bin/promtool"))).isTrue();
        var file = Files.createTempFile("muster", ".prom");
        Files.writeString(file, Prometheus.write(SmallAudit.waived()));

        var process = new ProcessBuilder("/usr/bin/promtool", "check", "metrics")
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        Files.delete(file);
    }

    private static List<JsonNode> results(ReportView view) {
        return ReportJson.MAPPER
                .readTree(Sarif.write(view))
                .at("/runs/0/results")
                .valueStream()
                .toList();
    }

    private static List<String> fingerprints(ReportView view) {
        return results(view).stream()
                .map(each -> each.at("/partialFingerprints").toString())
                .toList();
    }

    private static Element xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }

    private static String outcomeOf(String id, Element root) {
        var cases = root.getElementsByTagName("testcase");
        var found = IntStream.range(0, cases.getLength())
                .mapToObj(i -> (Element) cases.item(i))
                .filter(each -> each.getAttribute("name").endsWith("(" + id + ")"))
                .findFirst()
                .orElseThrow();
        return Stream.of("failure", "error", "skipped")
                .filter(name -> found.getElementsByTagName(name).getLength() > 0)
                .findFirst()
                .orElse("passed");
    }

    private static List<String> cells(String row) {
        return List.of(row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
    }

    private static Schema schema(SpecificationVersion version, String resource) {
        return SchemaRegistry.withDefaultDialect(
                        version,
                        builder -> builder.schemaIdResolvers(
                                resolvers -> resolvers.mapPrefix("http://cyclonedx.org/schema/", "classpath:")))
                .getSchema(SchemaLocation.of("classpath:" + resource));
    }
}
