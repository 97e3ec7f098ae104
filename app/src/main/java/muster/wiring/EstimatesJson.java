package muster.wiring;

import java.util.List;
import muster.audit.Evidence;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Estimates as JSON, schema [#SCHEMA]; what nobody can tell is `null`.
public final class EstimatesJson {
    /// Name and version of the format.
    public static final String SCHEMA = "muster.estimate/1";

    private static final JsonMapper JSON = JsonMapper.shared();

    private EstimatesJson() {}

    /// The fields after the schema.
    public static ObjectNode fields(Estimates estimates) {
        var node = JSON.createObjectNode().put("within_budget", estimates.areWithinBudget());
        var list = node.putArray("estimates");
        estimates.evidence().forEach(each -> list.add(estimate(each)));
        var total = estimates.total();
        node.putObject("total")
                .put("rows", total.rows())
                .put("bytes", total.bytes())
                .put("cost", total.cost().toPlainString() + " USD")
                .put("time", total.time().toString())
                .put("requests", total.requests())
                .put("unknown", total.unknown());
        return node;
    }

    private static ObjectNode estimate(Evidence evidence) {
        var node = JSON.createObjectNode()
                .put("expectation", evidence.expectation().value())
                .put("result", evidence.result().name())
                .put("summary", evidence.summary());
        for (var name : List.of("rows", "bytes", "requests")) {
            var value = Estimates.known(evidence, name);
            node.put(name, value == null ? null : Long.valueOf(value));
        }
        return node.put("cost", Estimates.known(evidence, "cost")).put("time", Estimates.known(evidence, "time"));
    }
}
