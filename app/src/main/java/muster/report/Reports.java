package muster.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import muster.plan.Deliverable;

/// Writes the Markdown documents of an audit: those of the plan's deliverables whose names say that they are one.
public final class Reports {
    /// Longest line and lines of a page as printed in 10 point on A4; a longer line counts as several.
    static final int LINE = 100;

    static final int LINES_PER_PAGE = 50;
    /// Source: seed 003, executive summary of at most 3 pages.
    static final int SUMMARY_PAGES = 3;
    /// Items of a list in a summary, tried from many to few until it is short enough.
    private static final int MOST_ITEMS = 12;

    /// Texts are single lines, so blank lines come from the templates alone.
    private static final Pattern MANY_BLANKS = Pattern.compile("\n{3,}");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Plain, Reports.class.getClassLoader(), "muster.report.templates");

    /// The documents by path, relative to the workspace.
    public SortedMap<String, String> write(ReportInput input) {
        var written = new TreeMap<String, String>();
        for (var deliverable : input.plan().outcome().deliverables()) {
            document(input, deliverable).ifPresent(text -> written.put(deliverable.path(), text));
        }
        return written;
    }

    private Optional<String> document(ReportInput input, Deliverable deliverable) {
        var pages = new Pages(input, deliverable);
        return ReportKind.of(deliverable.path()).map(kind -> switch (kind) {
            case SUMMARY -> summary(input, deliverable);
            case BLOCKERS -> render("page.jte", pages.blockers());
            case INFRASTRUCTURE -> render("page.jte", pages.infrastructure());
            case DEPENDENCIES -> render("page.jte", pages.dependencies());
            case SCRIPTS -> render("page.jte", pages.scripts());
            case READINESS -> render("page.jte", pages.readiness());
        });
    }

    private String summary(ReportInput input, Deliverable deliverable) {
        var most = LINES_PER_PAGE * Optional.ofNullable(deliverable.pages()).orElse(SUMMARY_PAGES);
        return IntStream.iterate(MOST_ITEMS, items -> items >= 0, items -> items - 1)
                .mapToObj(items -> render("summary.jte", new SummaryPage(input, deliverable, items).page()))
                .filter(text -> length(text) <= most)
                .findFirst()
                .orElseGet(() -> render("summary.jte", new SummaryPage(input, deliverable, 0).page()));
    }

    /// Lines as printed.
    static long length(String text) {
        return text.lines()
                .mapToLong(line -> Math.max(1, (line.length() + LINE - 1) / LINE))
                .sum();
    }

    private String render(String template, Object page) {
        var output = new StringOutput();
        templates.render(template, page, output);
        return MANY_BLANKS.matcher(output.toString().strip()).replaceAll("\n\n") + "\n";
    }
}
