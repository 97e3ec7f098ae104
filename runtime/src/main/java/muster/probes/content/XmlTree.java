package muster.probes.content;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/// Reads XML. A document type is refused, so that nothing is fetched and nothing unfolds.
public sealed interface XmlTree {

    /// The document.
    record Parsed(Document document) implements XmlTree {}

    /// A text that cannot be read or is refused.
    record Broken(String why) implements XmlTree {}

    /// @param text not trusted
    static XmlTree read(String text) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("jdk.xml.maxElementDepth", "500");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new Parsed(builder.parse(new InputSource(new StringReader(text))));
        } catch (SAXParseException e) {
            return new Broken("it is no XML that is read: line " + Math.max(1, e.getLineNumber()) + ": " + why(e));
        } catch (SAXException | IOException e) {
            return new Broken("it is no XML that is read: " + why(e));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own parser has these features", e);
        }
    }

    private static String why(Exception e) {
        var first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return first.substring(0, Math.min(first.length(), 160));
    }
}
