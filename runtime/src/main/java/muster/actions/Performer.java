package muster.actions;

import muster.plan.Action;
import muster.run.ActionResult;
import org.jspecify.annotations.Nullable;

/// Performs one kind of action, at least once: with the same key it should come to the same end however often it is
/// asked, also after a kill half-way. Interrupting the caller ends it.
@FunctionalInterface
public interface Performer<A extends Action> {
    /// Performs the action; failures of the world are results, not exceptions.
    ///
    /// @throws InterruptedException if it was interrupted; nothing of it goes on then
    ActionResult perform(A action, Assignment assignment) throws InterruptedException;

    /// Why it would not be performed here, and perhaps a second line that begins with "Maybe"; null if it would be.
    default @Nullable String obstacle(A action) {
        return null;
    }

    /// One that performs nothing.
    static <A extends Action> Performer<A> none(String why) {
        return new Performer<>() {
            @Override
            public ActionResult perform(A action, Assignment assignment) {
                return new ActionResult.Failed(why);
            }

            @Override
            public String obstacle(A action) {
                return why;
            }
        };
    }
}
