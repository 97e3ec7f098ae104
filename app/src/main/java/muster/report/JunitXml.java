package muster.report;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The expectations as JUnit XML: a suite for every heading, a test case for every expectation.
final class JunitXml {
    private final Indexed report;
    private final XMLStreamWriter xml;

    private JunitXml(Indexed report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    static String write(ReportView view) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitXml(new Indexed(view), xml).document(view);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return text + "\n";
    }

    private void document(ReportView view) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        attribute("name", "muster: " + view.decision().word());
        counts(view.readiness(), view.complete().whole() ? 0 : 1);
        var groups = view.readiness().stream()
                .collect(Collectors.groupingBy(ReportView.Judged::group, LinkedHashMap::new, Collectors.toList()));
        for (var group : groups.entrySet()) {
            suite(view, group.getKey().isBlank() ? "Expectations" : group.getKey(), group.getValue());
        }
        if (!view.complete().whole()) {
            partial(view);
        }
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    /// An interrupted audit must not look like one that passed.
    private void partial(ReportView view) throws XMLStreamException {
        line(1);
        xml.writeStartElement("testsuite");
        attribute("name", "audit");
        counts(List.of(), 1);
        line(2);
        xml.writeStartElement("testcase");
        attribute("classname", "audit");
        attribute("name", "the audit is complete");
        element("error", "PARTIAL", Headings.partial(view), "");
        line(2);
        xml.writeEndElement();
        line(1);
        xml.writeEndElement();
    }

    private void suite(ReportView view, String name, List<ReportView.Judged> cases) throws XMLStreamException {
        line(1);
        xml.writeStartElement("testsuite");
        attribute("name", name);
        counts(cases, 0);
        attribute("timestamp", view.at().toString().replaceFirst("(\\.\\d+)?Z$", ""));
        line(2);
        xml.writeStartElement("properties");
        property("decision", view.decision().word());
        property("policy_sha256", view.policySha256());
        property("complete", String.valueOf(view.complete().whole()));
        line(2);
        xml.writeEndElement();
        for (var each : cases) {
            testCase(each, name);
        }
        line(1);
        xml.writeEndElement();
    }

    private void testCase(ReportView.Judged judged, String suite) throws XMLStreamException {
        line(2);
        xml.writeStartElement("testcase");
        attribute("classname", suite);
        attribute("name", judged.title() + " (" + judged.id() + ")");
        attribute("time", time(judged));
        line(3);
        xml.writeStartElement("properties");
        property("status", judged.status().name());
        property("kind", judged.kind());
        property("path", judged.path());
        property("required_level", Words.of(judged.requiredLevel()));
        property("achieved_level", Words.of(judged.achievedLevel()));
        for (var id : judged.evidence()) {
            property("evidence", id);
        }
        line(3);
        xml.writeEndElement();
        outcome(judged);
        line(2);
        xml.writeEndElement();
    }

    private void outcome(ReportView.Judged judged) throws XMLStreamException {
        switch (Outcome.of(judged, report.waivers())) {
            case Outcome.Passed passed -> {}
            case Outcome.Failed failed -> element("failure", type(judged), judged.reason(), details(judged));
            case Outcome.NotTested notTested -> element("error", "UNKNOWN", judged.reason(), details(judged));
            case Outcome.Excused(var why) -> {
                line(3);
                xml.writeEmptyElement("skipped");
                attribute("message", why + "; " + judged.reason());
            }
        }
    }

    private static String type(ReportView.Judged judged) {
        return (judged.severity() == null ? "" : judged.severity() + " ") + judged.status();
    }

    private String details(ReportView.Judged judged) {
        return report.evidence(judged.evidence())
                .map(each -> each.id() + ": " + each.summary() + (each.output().isEmpty() ? "" : "\n" + each.output()))
                .collect(Collectors.joining("\n"));
    }

    private void element(String name, String type, String message, String text) throws XMLStreamException {
        line(3);
        xml.writeStartElement(name);
        attribute("type", type);
        attribute("message", message);
        xml.writeCharacters(Show.lines(text));
        xml.writeEndElement();
    }

    private void counts(List<ReportView.Judged> cases, int more) throws XMLStreamException {
        var outcomes =
                cases.stream().map(each -> Outcome.of(each, report.waivers())).toList();
        attribute("tests", String.valueOf(cases.size() + more));
        attribute("failures", count(outcomes, Outcome.Failed.class, 0));
        attribute("errors", count(outcomes, Outcome.NotTested.class, more));
        attribute("skipped", count(outcomes, Outcome.Excused.class, 0));
    }

    private static String count(List<Outcome> outcomes, Class<? extends Outcome> type, int more) {
        return String.valueOf(outcomes.stream().filter(type::isInstance).count() + more);
    }

    /// Seconds of all probes.
    private String time(ReportView.Judged judged) {
        return report.evidence(judged.evidence())
                .map(each -> BigDecimal.valueOf(each.took().toMillis(), 3))
                .reduce(BigDecimal.ZERO.setScale(3), BigDecimal::add)
                .toPlainString();
    }

    private void property(String name, String value) throws XMLStreamException {
        line(4);
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Show.line(value));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
