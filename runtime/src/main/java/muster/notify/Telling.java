package muster.notify;

import java.util.List;
import muster.storage.Delivery;

/// What a notice on its way tells.
///
/// @param to whom it concerns; empty if everybody
record Telling(String run, String kind, List<String> to, String about, String text) {

    static Telling of(Delivery delivery) {
        var told = Envelope.told(delivery.body());
        return new Telling(
                told.path("run").asString(""),
                told.path("kind").asString(""),
                told.path("to").valueStream().map(each -> each.asString("")).toList(),
                told.path("about").asString(""),
                told.path("text").asString(""));
    }

    /// Where it comes from and whom it concerns, such as `run r1, gate-waiting, for ann, bob`.
    String origin() {
        return "run " + run + ", " + kind + (to.isEmpty() ? "" : ", for " + String.join(", ", to));
    }
}
