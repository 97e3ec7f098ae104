package muster.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.regex.Pattern;

/// The report as one page.
final class Html {
    private static final Pattern BLANK_LINES = Pattern.compile("\n[ \t\n]*\n");
    /// Texts stand whole; what lists leave out stands in the parts below.
    private static final Brevity SCREEN = new Brevity(25, Integer.MAX_VALUE);

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Html.class.getClassLoader(), "muster.report.templates.html");

    String screen(ReportView view) {
        var report = new Indexed(view);
        var summary = new SummaryPage(report, "", SCREEN).page();
        return render("screen.jte", Map.of("page", new HtmlPage(report, summary, Medium.SCREEN)));
    }

    /// The summary, to be measured.
    String summary(Indexed report, Summary summary) {
        return paper(report, summary, false);
    }

    /// The summary and everything else.
    String paper(Indexed report, Summary summary) {
        return paper(report, summary, true);
    }

    private String paper(Indexed report, Summary summary, Boolean whole) {
        return render("paper.jte", Map.of("page", new HtmlPage(report, summary, Medium.PAPER), "whole", whole));
    }

    private String render(String template, Map<String, Object> parameters) {
        var output = new StringOutput();
        templates.render(template, parameters, output);
        return BLANK_LINES.matcher(output.toString().strip()).replaceAll("\n") + "\n";
    }
}
