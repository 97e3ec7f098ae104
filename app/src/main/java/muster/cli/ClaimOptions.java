package muster.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// What names a claim.
final class ClaimOptions {

    @Parameters(paramLabel = "TASK", description = "the step")
    @SuppressWarnings("NullAway.Init")
    private String task;

    @Option(names = "--fence", paramLabel = "N", required = true, description = "the fence that the claim was given")
    private long fence;

    ObjectNode put(ObjectNode fields) {
        return fields.put("task", task).put("fence", fence);
    }
}
