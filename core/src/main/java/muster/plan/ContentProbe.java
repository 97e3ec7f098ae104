package muster.plan;

import java.util.List;

/// A test of what a file of the workspace says.
public sealed interface ContentProbe extends Probe {

    /// Values in a structured file.
    ///
    /// @param format `json`, `yaml`, `xml`, `toml`, `properties` or `env`
    /// @param query JSONPath (RFC 9535) for all but XML, XPath 1.0 for XML
    record ValueAt(String path, String format, String query, Matcher value) implements ContentProbe {
        @Override
        public String target() {
            return path;
        }
    }

    /// No number, status or date that the document states is wrong.
    ///
    /// @param unverifiable whether a claim that nothing can measure is a failure
    record ClaimsHold(String path, Strictness unverifiable) implements ContentProbe {
        @Override
        public String target() {
            return path;
        }
    }

    /// How claims that nothing can measure are taken.
    enum Strictness {
        ALLOW,
        REFUSE
    }

    /// A deliverable has the sections that it must have and is within its limits.
    ///
    /// @param headings that must stand in it
    record Sections(String path, List<String> headings) implements ContentProbe {
        public Sections {
            headings = List.copyOf(headings);
        }

        @Override
        public String target() {
            return path;
        }
    }
}
