package muster.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One round of telling messages: one that cannot be told does not keep the others waiting.
///
/// @param told those that were taken
/// @param failure of the first that was not
record Round(List<Message> told, @Nullable RuntimeException failure) {

    static Round of(List<Message> due, Consumer<Message> teller) {
        var told = new ArrayList<Message>();
        RuntimeException failure = null;
        for (var message : due) {
            try {
                teller.accept(message);
                told.add(message);
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        return new Round(told, failure);
    }

    /// How many were told.
    int count() {
        if (failure != null) {
            throw failure;
        }
        return told.size();
    }
}
