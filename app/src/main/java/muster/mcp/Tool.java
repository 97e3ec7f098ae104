package muster.mcp;

import java.util.List;
import java.util.Set;
import muster.desk.Route;
import tools.jackson.databind.node.ObjectNode;

/// What an agent may do at a desk.
///
/// @param says what it is for, for the model
record Tool(String name, Route route, String says) {
    /// In the order in which they are told.
    static final List<Tool> ALL = List.of(
            new Tool("next", Route.NEXT, "Lists the tasks you may claim now, those you hold, and why not the rest."),
            new Tool(
                    "claim",
                    Route.CLAIM,
                    "Claims a task, or the first of 'next'. The answer has the contract of the task and the fence that"
                            + " heartbeat, done and release need."),
            new Tool(
                    "heartbeat",
                    Route.HEARTBEAT,
                    "Says that you are still at a claimed task; do it every third of the lease."),
            new Tool(
                    "done",
                    Route.DONE,
                    "Says that a claimed task is done, or with 'failed' why it could not be. Refused while a deliverable"
                            + " is missing, empty or unchanged."),
            new Tool("release", Route.RELEASE, "Lays a claimed task down for another agent, with the reason."),
            new Tool("ask", Route.ASK, "Lays a claimed task down with questions that somebody has to answer first."),
            new Tool(
                    "handoff_draft",
                    Route.HANDOFF_DRAFT,
                    "Gives the form of a hand-off that you owe, to be filled in."),
            new Tool(
                    "handoff_offer",
                    Route.HANDOFF_OFFER,
                    "Offers finished work to another agent, as YAML in that form."),
            new Tool("handoff_list", Route.HANDOFF_LIST, "Lists what was offered, to whom, and what is owed."),
            new Tool("handoff_accept", Route.HANDOFF_ACCEPT, "Takes work that was offered to you."),
            new Tool(
                    "handoff_reject",
                    Route.HANDOFF_REJECT,
                    "Sends work that was offered to you back, with the reason."),
            new Tool("blocker_raise", Route.BLOCKER_RAISE, "Says that something is in the way of tasks."),
            new Tool("blocker_resolve", Route.BLOCKER_RESOLVE, "Says that a blocker is over, and how."));

    /// Fields that the operator of this server settles, not the model.
    static final Set<String> SETTLED = Set.of("as", "run");

    /// As `tools/list` tells it.
    ///
    /// @param schema of all fields of its route
    ObjectNode tree(ObjectNode tree, ObjectNode schema) {
        var properties = (ObjectNode) schema.get("properties");
        SETTLED.forEach(properties::remove);
        if (route.method() == Route.Method.POST) {
            properties
                    .putObject("key")
                    .put("type", "string")
                    .put("description", "names this word; said twice with the same key it has one effect");
        }
        tree.put("name", name).put("description", says).set("inputSchema", schema);
        tree.putObject("annotations").put("readOnlyHint", route.method() == Route.Method.GET);
        return tree;
    }
}
