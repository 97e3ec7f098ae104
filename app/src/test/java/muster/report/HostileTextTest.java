package muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/// Names that try to be markup, in every format.
class HostileTextTest {
    private static Stream<String> names() {
        return Stream.of(
                "<script>alert(1)</script>",
                "]]></failure><x/>",
                "a\u202Egnp.exe",
                "bell\u0007 escape\u001B[31m null\u0000",
                "line\nbreak\r\nnot ok 99 - forged\u2028x",
                "pipe | tick ` hash # star *",
                "\" onload=\"alert(1)",
                "half \uD83D pair \uFFFE",
                "{{{0}}} ${7*7} @{x} </style>",
                "--> <!-- <![CDATA[");
    }

    static Stream<Arguments> everywhere() {
        return names().flatMap(name -> Stream.of(Format.values()).map(format -> Arguments.of(format, name)))
                .filter(each ->
                        each.get()[0] != Format.PDF || each.get()[1].toString().startsWith("half"));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void aNameIsShownAndNeverObeyed(Format format, String name) throws Exception {
        var text = SmallAudit.text(format, ReportView.of(SmallAudit.input(name)));

        assertThat(text.codePoints().filter(point -> Visible.isHidden(point) && "\n\r\t".indexOf(point) < 0))
                .isEmpty();
        assertThat(text.lines()).noneMatch(line -> line.startsWith("not ok 99"));
        if (format == Format.HTML) {
            wellFormed(text);
            assertThat(text).doesNotContain("<script", "<!--").doesNotContainPattern("<[^>]*onload=");
        }
        if (format == Format.JUNIT) {
            wellFormed(text);
        }
        if (format == Format.MARKDOWN) {
            assertThat(text).doesNotContainPattern("(?<!\\\\)<script|(?<!\\\\)<!--");
        }
    }

    @Test
    void aPageHasNoScriptAndNothingFromElsewhere() {
        var page = SmallAudit.text(Format.HTML, SmallAudit.waived());

        assertThat(page)
                .contains("default-src 'none'")
                .contains("prefers-color-scheme:dark", "@media print")
                .doesNotContain("<script", "javascript:", " src=", "@import", "url(", " style=", "http://", "https://");
    }

    @Test
    void everyLinkOfAPageLeadsToAnAnchorOfIt() throws Exception {
        var page = SmallAudit.text(Format.HTML, SmallAudit.waived());
        var anchors = all(page, " id=\"([^\"]+)\"");

        assertThat(all(page, "href=\"#([^\"]+)\"")).isNotEmpty().isSubsetOf(anchors);
        assertThat(anchors).doesNotHaveDuplicates();
    }

    @Test
    void everyTableHasACaptionAndEveryPartAHeading() {
        var page = SmallAudit.text(Format.HTML, SmallAudit.waived());

        assertThat(all(page, "<(table)")).hasSameSizeAs(all(page, "<(caption)>"));
        assertThat(all(page, "<section id=\"([^\"]+)\" aria-labelledby=\"\\1-h\">"))
                .hasSameSizeAs(all(page, "<(section)"));
        assertThat(page).contains("<html lang=\"en\">", "<main id=\"main\">", "<nav aria-label=", "<header>", "<h1>");
    }

    private static java.util.List<String> all(String text, String pattern) {
        return java.util.regex.Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /// The boolean attribute of an open fold is the only thing that is not XML.
    private static void wellFormed(String text) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text.replace("\" open>", "\">"))));
    }
}
