package muster.run;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import muster.plan.TaskId;

/// One request to carry out an action.
///
/// @param key idempotency key: the same for every attempt at the same task of the same run
/// @param fence grows with every attempt; a receiver may refuse a smaller one
/// @param progress is told the share done (0 to 1) and what is being done
public record ActionCall(
        TaskId task, String key, long fence, SortedMap<String, String> arguments, BiConsumer<Double, String> progress) {
    public ActionCall {
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
    }
}
