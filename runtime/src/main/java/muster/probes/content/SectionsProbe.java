package muster.probes.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.observation.Looked;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.ContentProbe;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// Whether a Markdown file has the headings that it must have. A heading inside an example is none.
final class SectionsProbe {
    private static final String KIND = "sections";

    private SectionsProbe() {}

    static Observation of(ContentProbe.Sections probe, Looked.Found file) {
        if (probe.headings().isEmpty()) {
            return Observation.error(KIND, probe.path(), "no heading is asked for, so nothing is tested");
        }
        var headings = headings(file.text());
        var findings = new ArrayList<Finding>();
        probe.headings().stream()
                .filter(wanted -> !headings.contains(normal(wanted)))
                .forEach(wanted -> findings.add(
                        Findings.defect("missing-section", probe.path(), "there is no heading '" + wanted + "'")));
        var count = probe.headings().size() - findings.size() + " of "
                + probe.headings().size() + " sections are there";
        return findings.isEmpty()
                ? Observation.pass(KIND, probe.path(), AssuranceLevel.REFERENCES_RESOLVE, count)
                : Observation.fail(KIND, probe.path(), AssuranceLevel.EXISTS, count)
                        .found(findings);
    }

    private static List<String> headings(String markdown) {
        var headings = new ArrayList<String>();
        Parser.builder().build().parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(normal(text(heading)));
            }
        });
        return headings;
    }

    private static String text(Node parent) {
        var text = new StringBuilder();
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            text.append(
                    switch (node) {
                        case Text words -> words.getLiteral();
                        case Code code -> code.getLiteral();
                        default -> text(node);
                    });
        }
        return text.toString();
    }

    /// Case, blanks and the number before a heading make no difference.
    private static String normal(String heading) {
        return heading.strip()
                .replaceFirst("^(?:\\d+[.)]\\s*)+", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
