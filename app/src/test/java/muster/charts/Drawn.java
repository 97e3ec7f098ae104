package muster.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.schedule.SchedulingResult;
import muster.schedule.WorkItems;
import muster.wiring.PlanSchedule;
import muster.yaml.PlanReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Plans, scheduled and laid out as tables.
final class Drawn {
    /// Titles that mean something to at least one of the forms.
    static final List<String> HOSTILE = List.of(
            "<script>alert('x')</script>",
            "two\\tcells\\\\nEND:VEVENT\\\\r\\\\n",
            "right \\u202Eto left",
            "a, b; c: d \\\\ e",
            "=HYPERLINK(1)",
            "section #35; %% comment",
            "2026-01-05 review",
            "\\\"quoted\\\" & 'so' ]]> <!-- -->",
            "emoji \\U0001F680 and \\u4F60\\u597D",
            "no text \\uFFFE \\uFFFF");

    private Drawn() {}

    static Timetable table(Path folder, String yaml) throws IOException {
        return switch (PlanReader.read(Files.writeString(folder.resolve("plan.yaml"), yaml))) {
            case Parsed.Ok<Plan>(var plan) -> table(plan);
            case Parsed.Failed<Plan>(var problems) -> throw new AssertionError(problems + "\n" + yaml);
        };
    }

    static Timetable table(Plan plan) {
        var planned = PlanSchedule.of(plan, WorkItems.Days.KEEP);
        assertThat(planned.result()).isInstanceOf(SchedulingResult.Scheduled.class);
        return Timetable.of(plan, planned.problem(), (SchedulingResult.Scheduled) planned.result());
    }

    /// A chain of tasks with these titles, written as YAML double-quoted text.
    static String chain(List<String> titles) {
        var yaml = new StringBuilder("""
                muster: 1
                plan: {id: demo, title: "%s", start: "2026-01-05T08:00:00Z"}
                agents: [{id: ann, name: "%s", kind: human}]
                phases:
                  - id: one
                    title: "%s"
                    tasks:
                """.formatted(titles.getFirst(), titles.getFirst(), titles.getLast()));
        for (int i = 0; i < titles.size(); i++) {
            yaml.append("      - {id: t%d, title: \"%s\", owners: [ann], estimate: 1h, needs: [%s]}\n"
                    .formatted(i, titles.get(i), i == 0 ? "" : "t" + (i - 1)));
        }
        return yaml.toString();
    }

    /// The document; fails if it is not well-formed.
    static Document xml(String text) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new AssertionError(broken.getMessage() + "\n" + text, broken);
        }
    }

    /// All labels of a drawing, in the order in which they are drawn.
    static List<Element> texts(Document svg) {
        var all = svg.getElementsByTagName("text");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }

    /// The room that a label takes at most.
    static Rectangle2D box(Element text) {
        double size = text.getAttribute("class").equals("title") ? Drawing.TITLE : Drawing.TEXT;
        double width = Texts.width(text.getTextContent(), size);
        double x = Double.parseDouble(text.getAttribute("x"));
        var classes = text.getAttribute("class");
        double left = classes.contains("end") ? x - width : classes.contains("middle") ? x - width / 2 : x;
        return new Rectangle2D.Double(left, Double.parseDouble(text.getAttribute("y")) - size, width, size + 2);
    }

    /// Compares each label with as many that are drawn before it.
    static void assertApart(Document svg, int before) {
        var texts = texts(svg);
        var boxes = texts.stream().map(Drawn::box).toList();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i - Math.min(i, before); j < i; j++) {
                assertThat(boxes.get(i).intersects(boxes.get(j)))
                        .as(
                                "%s and %s",
                                texts.get(i).getTextContent(), texts.get(j).getTextContent())
                        .isFalse();
            }
        }
    }
}
