package muster.report;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The report as PDF on A4: the summary, and after it everything else. The same report gives the same bytes.
final class Paper {
    /// Source: seed 003, executive summary of at most 3 pages.
    static final int SUMMARY_PAGES = 3;

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final Glyphs GLYPHS = new Glyphs(() -> font("DejaVuSans.ttf"));
    private static final Html HTML = new Html();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Paper() {}

    static byte[] pdf(ReportView view) {
        var report = new Indexed(view);
        var summary = condensed(report, "", SUMMARY_PAGES);
        try (var document = document(HTML.paper(report, summary), view.at())) {
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The longest summary that fits on so many pages, measured on the PDF; the shortest if none does.
    static Summary condensed(Indexed report, String title, int pages) {
        var steps = Brevity.STEPS;
        if (fits(report, title, steps.getFirst(), pages)) {
            return summary(report, title, steps.getFirst());
        }
        var tooLong = 0;
        var shortEnough = steps.size() - 1;
        while (shortEnough - tooLong > 1) {
            var middle = (shortEnough + tooLong) / 2;
            if (fits(report, title, steps.get(middle), pages)) {
                shortEnough = middle;
            } else {
                tooLong = middle;
            }
        }
        return summary(report, title, steps.get(shortEnough));
    }

    private static boolean fits(Indexed report, String title, Brevity brevity, int pages) {
        return pages(report, summary(report, title, brevity)) <= pages;
    }

    /// Pages of a summary as printed.
    static int pages(Indexed report, Summary summary) {
        try (var document =
                document(HTML.summary(report, summary), report.view().at())) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Summary summary(Indexed report, String title, Brevity brevity) {
        return new SummaryPage(report, title, brevity).page();
    }

    private static PDDocument document(String html, Instant at) throws IOException {
        var document = new PDDocument();
        var builder = new PdfRendererBuilder();
        for (var font : List.of("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")) {
            builder.useFont(() -> font(font), "DejaVu Sans", font.contains("Bold") ? 700 : 400, NORMAL, true);
        }
        builder.useFont(() -> font("DejaVuSansMono.ttf"), "DejaVu Sans Mono", 400, NORMAL, true);
        builder.usePdfUaAccessibility(true);
        builder.usePDDocument(document);
        builder.withProducer("muster");
        builder.withHtmlContent(GLYPHS.drawable(html), null);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
        fixed(document, at);
        return document;
    }

    private static final com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle NORMAL =
            com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle.NORMAL;

    /// The dates and the id are those of the audit, so that the bytes do not depend on when they are written.
    private static void fixed(PDDocument document, Instant at) {
        var date = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
        document.getDocumentInformation().setCreationDate(date);
        document.getDocumentInformation().setModificationDate(date);
        document.setDocumentId(at.getEpochSecond());
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(Paper.class.getResourceAsStream(FONTS + name), name);
    }
}
