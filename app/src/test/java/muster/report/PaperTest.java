package muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import muster.audit.Readiness;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperTest {

    @ParameterizedTest
    @ValueSource(ints = {10, 200})
    void theSummaryTakesAtMostThreePagesHoweverMuchThereIs(int expectations) throws IOException {
        var view = ReportView.of(SmallAudit.large(expectations));

        assertThat(pageOf("Expectations by status", Paper.pdf(view))).isBetween(2, 4);
    }

    @Test
    void aSummaryWithTheLongestTextsIsCondensedUntilItFits() {
        var report = new Indexed(ReportView.of(SmallAudit.input("long ".repeat(1_500))));

        assertThat(Paper.pages(report, Paper.condensed(report, "Summary", 3))).isLessThanOrEqualTo(3);
        assertThat(Paper.pages(report, Paper.condensed(report, "Summary", 1))).isEqualTo(1);
    }

    @Test
    void aSummaryThatFitsIsNotShortened() {
        var report = new Indexed(SmallAudit.view());

        assertThat(Paper.condensed(report, "Summary", 3).blockers()).hasSize(4).noneMatch(text -> text.endsWith("…"));
    }

    @Test
    void ofThousandsOfExpectationsPaperShowsTheUnmetFirstAndCountsTheRest() {
        var report = new Indexed(ReportView.of(SmallAudit.large(HtmlTables.MOST_ON_PAPER + 100)));

        var table = new HtmlTables(report, Medium.PAPER).all().getFirst();

        assertThat(table.rows()).hasSize(HtmlTables.MOST_ON_PAPER);
        assertThat(table.caption()).endsWith("and 100 more, in report.json");
        assertThat(table.rows()).noneMatch(row -> row.getFirst().value().equals("READY"));
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (var document = Loader.loadPDF(Paper.pdf(SmallAudit.view()))) {
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name)).matches(PDFont::isEmbedded, "embedded");
                }
            }
        }
    }

    @Test
    void itHasATitleALanguageBookmarksAndTheDateOfTheAudit() throws IOException {
        try (var document = Loader.loadPDF(Paper.pdf(SmallAudit.view()))) {
            assertThat(document.getDocumentInformation().getTitle()).endsWith("NO-GO");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(SmallAudit.NOW);
            assertThat(document.getDocumentCatalog().getLanguage()).startsWith("en");
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .extracting(item -> item.getTitle())
                    .contains("Summary", "Blockers", "Expectations", "Evidence");
        }
    }

    @Test
    void statusesAreDrawnAsWordsAndWhatTheFontLacksAsItsCodePoint() throws IOException {
        var text = SmallAudit.text(Format.PDF, ReportView.of(SmallAudit.input("rename 表 \uD83D\uDD34 ✔")));

        assertThat(text).contains("rename U+8868 U+1F534 ✔").contains(Readiness.MISSING.name());
        assertThat(IntStream.range(0, text.length()).mapToObj(text::charAt)).doesNotContain('\uFFFD');
    }

    private static int pageOf(String words, byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                var text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                if (text.getText(document).contains(words)) {
                    return page;
                }
            }
            return 0;
        }
    }
}
