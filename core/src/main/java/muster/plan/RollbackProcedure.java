package muster.plan;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How to go back, within a time budget.
///
/// @param budget longest time it may take
/// @param steps for people, in order
/// @param commands argument lists, in order
/// @param environment variables to set
public record RollbackProcedure(
        ItemId id,
        String title,
        Duration budget,
        List<String> steps,
        List<List<String>> commands,
        SortedMap<String, String> environment,
        @Nullable Source source) {
    public RollbackProcedure {
        steps = List.copyOf(steps);
        commands = commands.stream().map(List::copyOf).toList();
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }
}
