package muster.wiring;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A comparison of standards as JSON for other programs.
public final class NamingComparisonJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private NamingComparisonJson() {}

    /// All of it; the schema's name is put before it by the printer.
    public static ObjectNode of(NamingComparison comparison) {
        var tree = JSON.createObjectNode();
        var counts = tree.putArray("counts");
        comparison
                .counts()
                .forEach(each -> counts.addObject()
                        .put("standard", each.standard().name())
                        .put("version", each.standard().version())
                        .put("definition", each.definition())
                        .put("definition_name", each.title())
                        .put("violations", each.violations()));
        var disagreements = tree.putArray("disagreements");
        comparison.disagreements().forEach((name, answers) -> {
            var verdicts = disagreements.addObject().put("name", name).putArray("verdicts");
            answers.forEach(each -> verdicts.addObject()
                    .put("standard", each.standard().name())
                    .put("version", each.standard().version())
                    .put("definition", each.definition())
                    .put("verdict", each.violated() ? "violation" : "ok"));
        });
        var standards = tree.putArray("standards");
        comparison.audits().forEach(each -> standards.add(NamingAuditJson.of(each)));
        return tree;
    }
}
