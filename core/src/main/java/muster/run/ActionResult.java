package muster.run;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How an action ended.
public sealed interface ActionResult {

    /// Done and checked by the action itself.
    ///
    /// @param outputs figures and names worth keeping, such as `renamed` = `1596`
    record Succeeded(SortedMap<String, String> outputs) implements ActionResult {
        public Succeeded {
            outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
        }
    }

    /// Not done; nothing is left half-done. It may be tried again.
    record Failed(String why) implements ActionResult {}

    /// Somebody has to decide before it can go on, such as an occupied target name.
    record NeedsDecision(List<String> questions) implements ActionResult {
        public NeedsDecision {
            questions = List.copyOf(questions);
        }
    }
}
