package muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RenderingsTest {

    @ParameterizedTest
    @EnumSource
    void theSameReportGivesTheSameBytes(Format format) {
        var first = Renderings.of(format).render(SmallAudit.view());
        var second = Renderings.of(format).render(SmallAudit.view());

        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void aStoredReportIsRenderedLikeAFreshOne(Format format) {
        var fresh = SmallAudit.view();
        var stored = ((Parsed.Ok<ReportView>) ReportReader.read("report.json", ReportJson.write(fresh))).value();

        assertThat(Renderings.of(format).render(stored))
                .isEqualTo(Renderings.of(format).render(fresh));
    }

    @ParameterizedTest
    @EnumSource
    void aPartialReportSaysSoAndNeverSaysGo(Format format) {
        var view = ReportView.of(SmallAudit.interrupted());

        var text = SmallAudit.text(format, view);

        assertThat(text).containsAnyOf("artial", "\"whole\": false", ",false", "complete 0", "\"false\"");
        assertThat(text).contains("DEFER").doesNotContainPattern("decision=\"GO[^\"]*\"} 1|: GO\\b|\"decision\": \"GO");
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatNamesEveryExpectationOrComponent(Format format) {
        var named = switch (format) {
            case CYCLONEDX -> Set.of("polars", "jq");
            case JSON, MARKDOWN, HTML, SARIF, JUNIT, TAP, CSV, PDF ->
                Set.of("COV Rename Script", "GCS access", "EA inventory");
            case PROMETHEUS -> Set.of("\"cov\"", "\"gcs\"", "\"ea\"");
        };

        assertThat(SmallAudit.text(format, SmallAudit.view())).contains(named);
    }

    @Test
    void noTwoFormatsShareAnExtension() {
        assertThat(EnumSet.allOf(Format.class).stream().map(Format::extension).collect(Collectors.toSet()))
                .hasSameSizeAs(Format.values());
    }

    @Test
    void textsAreUtf8AndEndWithALineFeed() {
        assertThat(Stream.of(Format.values()).filter(format -> format != Format.PDF))
                .allSatisfy(format -> assertThat(
                                new String(Renderings.of(format).render(SmallAudit.view()), StandardCharsets.UTF_8))
                        .endsWith("\n")
                        .doesNotContain("\uFFFD"));
    }
}
