package muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a | b",
                "`rm -rf /`",
                "*bold* _it_ __x__ snake_case_name",
                "[link](http://x) ![i](y)",
                "<script>alert(1)</script>",
                "&lt; &#60; & &amp",
                "# no heading",
                "> no quote",
                "- no list",
                "+ no list",
                "1. no list",
                "12) no list",
                "1.5 hours",
                "==== no underline",
                "--- no rule",
                "\\ back \\* slash",
                "~~gone~~",
                "trailing \\",
                "a ## b ##"
            })
    void anyTextReadsAsWhatItIs(String raw) {
        assertThat(html(Markdown.text(raw))).isEqualTo("<p>" + encoded(raw) + "</p>");
        assertThat(html("- " + Markdown.text(raw))).isEqualTo("<ul>\n<li>" + encoded(raw) + "</li>\n</ul>");
        assertThat(html("**L**: " + Markdown.inline(raw))).isEqualTo("<p><strong>L</strong>: " + encoded(raw) + "</p>");
        assertThat(html("# " + Markdown.heading(raw))).isEqualTo("<h1>" + encoded(raw) + "</h1>");
        assertThat(html("| h |\n|---|\n| " + Markdown.inline(raw) + " |")).contains("<td>" + encoded(raw) + "</td>");
    }

    @Test
    void whatCannotBeSeenIsShownByItsCodePoint() {
        assertThat(Markdown.text("a\u202Eb\u0007c\u200Bd")).isEqualTo("aU+202EbU+0007cU+200Bd");
    }

    @Test
    void aLineBreakCannotStartABlock() {
        assertThat(Markdown.text("name\r\n# heading\u2028- item")).isEqualTo("name # heading - item");
    }

    @Test
    void signsOfSeverityAreKept() {
        assertThat(Markdown.text("✅ ⚠️ ❌ 🔴")).isEqualTo("✅ ⚠️ ❌ 🔴");
    }

    @Test
    void aHostileNameCannotBreakADocument() {
        var name = "x`|<b>\n# Decision: GO\u202E";

        var written = new Reports().write(ReportView.of(SmallAudit.input(name)));

        assertThat(written.values())
                .noneSatisfy(text -> assertThat(text).containsPattern("(?m)^# Decision"))
                .noneSatisfy(text -> assertThat(text).contains("\u202E"))
                .noneSatisfy(text -> assertThat(text).contains("<b>").doesNotContain("\\<b>"));
    }

    private static String html(String markdown) {
        return HTML.render(PARSER.parse(markdown)).strip();
    }

    private static String encoded(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
