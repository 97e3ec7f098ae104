package muster.charts;

import java.util.ArrayDeque;
import java.util.Deque;
import muster.report.Show;

/// A document of XML 1.0 under construction; texts and values are escaped, and what cannot be seen in them is shown.
final class Xml {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final StringBuilder text = new StringBuilder(HEAD);
    private final Deque<String> open = new ArrayDeque<>();

    /// Attributes are names and values in turn.
    Xml open(String name, Object... attributes) {
        start(name, attributes).append(">\n");
        open.push(name);
        return this;
    }

    Xml close() {
        var name = open.pop();
        indented().append("</").append(name).append(">\n");
        return this;
    }

    Xml empty(String name, Object... attributes) {
        start(name, attributes).append("/>\n");
        return this;
    }

    /// An element that holds nothing but text.
    Xml leaf(String name, Object content, Object... attributes) {
        start(name, attributes)
                .append('>')
                .append(escaped(content))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    /// Text that is trusted to be right where it stands, such as a style sheet.
    Xml raw(String lines) {
        text.append(lines);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private StringBuilder start(String name, Object... attributes) {
        indented().append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        return text;
    }

    private StringBuilder indented() {
        return text.repeat(' ', 2 * open.size());
    }

    private static String escaped(Object content) {
        return Show.line(content)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
