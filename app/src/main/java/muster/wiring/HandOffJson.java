package muster.wiring;

import java.util.Locale;
import java.util.Objects;
import muster.coordination.CoordinationState;
import muster.coordination.HandOffId;
import muster.coordination.HandOffRules;
import muster.coordination.HandOffState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Hand-offs as JSON for other programs.
public final class HandOffJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private HandOffJson() {}

    /// One hand-off that was offered.
    public static ObjectNode one(CoordinationState state, HandOffId id) {
        return one(Objects.requireNonNull(state.handOffs().get(id)));
    }

    /// All that were offered, and what is owed.
    public static ObjectNode all(CoordinationState state) {
        var tree = JSON.createObjectNode();
        var list = tree.putArray("handoffs");
        state.handOffs().values().forEach(each -> list.add(one(each)));
        var owed = tree.putArray("owed");
        HandOffRules.owed(state)
                .forEach(each -> owed.addObject()
                        .put("id", each.id().value())
                        .put("from", each.from().value())
                        .put("to", each.to().value())
                        .put("after", text(each.after()))
                        .put("before", text(each.before())));
        return tree;
    }

    /// Where it stands, in one word.
    public static String word(HandOffState handOff) {
        return handOff.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode one(HandOffState handOff) {
        var note = handOff.note();
        var tree = JSON.createObjectNode()
                .put("id", note.id().toString())
                .put("state", word(handOff))
                .put("from", note.from().value())
                .put("to", note.to().value())
                .put("phase", note.phase())
                .put("fulfils", text(note.fulfils()))
                .put("risk", note.risk().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("next_steps", note.nextSteps())
                .put("offered", handOff.offered().toString());
        var deliverables = tree.putArray("deliverables");
        note.deliverables()
                .forEach(each ->
                        deliverables.addObject().put("what", each.what()).put("sha256", each.sha256()));
        var dependencies = tree.putArray("dependencies");
        note.dependencies().forEach(dependencies::add);
        var checks = tree.putArray("checks");
        note.checks()
                .forEach(each -> checks.addObject()
                        .put("name", each.name())
                        .put("status", each.status().name()));
        answer(tree, handOff);
        return tree;
    }

    private static void answer(ObjectNode tree, HandOffState handOff) {
        switch (handOff) {
            case HandOffState.Offered _ -> {}
            case HandOffState.Accepted(var _, var _, var at, var receipt) -> {
                var files = tree.put("answered", at.toString()).putObject("receipt");
                receipt.forEach(files::put);
            }
            case HandOffState.Rejected(var _, var _, var at, var reason) ->
                tree.put("answered", at.toString()).put("reason", reason);
        }
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
