package muster.report;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// Writes a report in a form; the same report gives the same bytes.
@FunctionalInterface
public interface Renderings {

    /// The bytes; texts are UTF-8 with LF.
    byte[] render(ReportView view);

    /// The rendering that writes a form.
    static Renderings of(Format format) {
        return switch (format) {
            case JSON -> text(ReportJson::write);
            case MARKDOWN -> text(view -> new Reports().whole(view));
            case HTML -> text(view -> new Html().screen(view));
            case PDF -> Paper::pdf;
            case SARIF -> text(Sarif::write);
            case JUNIT -> text(JunitXml::write);
            case TAP -> text(Tap::write);
            case CSV -> text(Csv::write);
            case PROMETHEUS -> text(Prometheus::write);
            case CYCLONEDX -> text(CycloneDx::write);
        };
    }

    private static Renderings text(Function<ReportView, String> text) {
        return view -> text.apply(view).getBytes(StandardCharsets.UTF_8);
    }
}
