package muster.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the Markdown documents of an audit: those of the plan's deliverables whose names say that they are one.
public final class Reports {
    /// Texts are single lines, so blank lines come from the templates alone.
    private static final Pattern MANY_BLANKS = Pattern.compile("\n{3,}");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Plain, Reports.class.getClassLoader(), "muster.report.templates");

    /// The documents by path, relative to the workspace.
    public SortedMap<String, String> write(ReportView view) {
        var report = new Indexed(view);
        var written = new TreeMap<String, String>();
        for (var document : view.documents()) {
            ReportKind.of(document.path())
                    .ifPresent(kind -> written.put(document.path(), document(kind, report, document)));
        }
        return written;
    }

    /// All documents as one, whether the plan asks for them or not.
    String whole(ReportView view) {
        var report = new Indexed(view);
        return Stream.of(ReportKind.values())
                .map(kind -> document(kind, report, kind.document()))
                .collect(Collectors.joining("\n"));
    }

    private String document(ReportKind kind, Indexed report, ReportView.Document document) {
        var pages = new Pages(report, document);
        return switch (kind) {
            case SUMMARY -> render("summary.jte", summary(report, document));
            case BLOCKERS -> render("page.jte", pages.blockers());
            case INFRASTRUCTURE -> render("page.jte", pages.infrastructure());
            case DEPENDENCIES -> render("page.jte", pages.dependencies());
            case SCRIPTS -> render("page.jte", pages.scripts());
            case READINESS -> render("page.jte", pages.readiness());
        };
    }

    /// As much as fits on the pages, measured as printed.
    private static Summary summary(Indexed report, ReportView.Document document) {
        var most = Optional.ofNullable(document.pages()).orElse(Paper.SUMMARY_PAGES);
        return Paper.condensed(report, Headings.of(document), most);
    }

    private String render(String template, Object page) {
        var output = new StringOutput();
        templates.render(template, page, output);
        return MANY_BLANKS.matcher(output.toString().strip()).replaceAll("\n\n") + "\n";
    }
}
