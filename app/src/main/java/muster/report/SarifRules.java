package muster.report;

import tools.jackson.databind.node.ObjectNode;

/// What the rules of the results are called and how they help.
final class SarifRules {
    static final String EXPECTATION = "expectation/";
    static final String FINDING = "finding/";
    static final String CLAIM = "claim";
    static final String CONTRADICTION = "contradiction";

    private SarifRules() {}

    static ObjectNode rule(String id) {
        var node = ReportJson.object().put("id", id);
        text(node, "shortDescription", says(id));
        text(node, "help", help(id));
        node.putObject("defaultConfiguration").put("level", id.startsWith(EXPECTATION) ? "error" : "warning");
        return node;
    }

    private static String says(String id) {
        if (id.startsWith(EXPECTATION)) {
            return "What the plan expects of a " + id.substring(EXPECTATION.length()) + " is true";
        }
        if (id.startsWith(FINDING)) {
            return "Nothing is wrong of the kind " + id.substring(FINDING.length());
        }
        return id.equals(CLAIM)
                ? "What a document states agrees with the evidence"
                : "What documents state agrees with each other";
    }

    private static String help(String id) {
        if (id.startsWith(EXPECTATION)) {
            return "Bring about what is missing, by the blocker's recommended action, or have it waived.";
        }
        if (id.startsWith(FINDING)) {
            return "Look at the place; the evidence says what was seen.";
        }
        return "Correct the document, or measure what it states.";
    }

    private static void text(ObjectNode node, String name, String text) {
        node.putObject(name).put("text", Show.line(text));
    }
}
