package muster.probes.content;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathNodes;
import muster.matching.Matching;
import muster.matching.Value;
import muster.observation.Findings;
import muster.observation.Looked;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.ContentProbe;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;

/// Looks up values in a structured file and compares them. Values are not told unless they differ, and then shortly:
/// a file of settings is where secrets live.
final class ValueProbe {
    private static final String KIND = "value";

    private ValueProbe() {}

    static Observation of(ContentProbe.ValueAt probe, Looked.Found file) {
        try {
            return probe.format().equals("xml") ? xml(probe, file) : tree(probe, file);
        } catch (IllegalArgumentException e) {
            return Observation.error(KIND, probe.path(), String.valueOf(e.getMessage()));
        } catch (XPathExpressionException _) {
            return Observation.error(KIND, probe.path(), "'" + probe.query() + "' is no XPath, or asks for too much");
        }
    }

    private static Observation tree(ContentProbe.ValueAt probe, Looked.Found file) {
        var path = JsonPath.of(probe.query());
        return switch (Structured.read(probe.format(), file.text())) {
            case Structured.Tree(JsonNode root) ->
                judged(probe, value(path.in(root).stream().map(ValueProbe::value)));
            case Structured.Broken(String why) -> broken(probe, why);
        };
    }

    private static Observation xml(ContentProbe.ValueAt probe, Looked.Found file) throws XPathExpressionException {
        return switch (XmlTree.read(file.text())) {
            case XmlTree.Parsed(Document document) -> judged(probe, value(document, probe.query()));
            case XmlTree.Broken(String why) -> broken(probe, why);
        };
    }

    private static Observation broken(ContentProbe.ValueAt probe, String why) {
        return Observation.fail(KIND, probe.path(), AssuranceLevel.EXISTS, why)
                .found(Findings.defect("syntax-error", probe.path(), why));
    }

    private static Observation judged(ContentProbe.ValueAt probe, Value value) {
        var verdict = Matching.match(probe.value(), value);
        var seen = switch (verdict.outcome()) {
            case MATCHES ->
                Observation.pass(
                        KIND, probe.path(), AssuranceLevel.REFERENCES_RESOLVE, probe.query() + " is as expected");
            case DIFFERS ->
                Observation.fail(KIND, probe.path(), AssuranceLevel.PARSES, verdict.why())
                        .found(Findings.defect("value-differs", probe.path(), probe.query() + ": " + verdict.why()));
            case INVALID -> Observation.error(KIND, probe.path(), verdict.why());
        };
        return seen.with("query", probe.query());
    }

    /// One value is itself, several are a list.
    private static Value value(Stream<Value> found) {
        var values = found.toList();
        if (values.isEmpty()) {
            return new Value.Absent();
        }
        return values.size() == 1 ? values.getFirst() : new Value.Many(values);
    }

    private static Value value(JsonNode node) {
        if (node.isNumber()) {
            return new Value.Numeric(node.decimalValue());
        }
        if (node.isArray()) {
            return new Value.Many(node.valueStream().map(ValueProbe::value).toList());
        }
        return new Value.Text(node.isObject() ? node.toString() : node.asString("null"));
    }

    private static Value value(Document document, String query) throws XPathExpressionException {
        var result = xpath().newXPath().evaluateExpression(query, document);
        if (result.type() == XPathEvaluationResult.XPathResultType.NODESET) {
            var nodes = (XPathNodes) result.value();
            return value(IntStream.range(0, nodes.size()).mapToObj(i -> text(nodes, i)));
        }
        return new Value.Text(shown(result.value()));
    }

    private static String shown(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : String.valueOf(value);
    }

    private static Value text(XPathNodes nodes, int i) {
        try {
            Node node = nodes.get(i);
            return new Value.Text(node.getTextContent().strip());
        } catch (XPathException e) {
            throw new IllegalArgumentException("the query's answer cannot be read", e);
        }
    }

    /// With the JDK's limits on expressions; functions from outside are off.
    private static XPathFactory xpath() {
        try {
            var factory = XPathFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory;
        } catch (XPathFactoryConfigurationException e) {
            throw new IllegalStateException("the JDK's own factory has this feature", e);
        }
    }
}
