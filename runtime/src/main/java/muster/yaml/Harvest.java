package muster.yaml;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets the long lists of a plan file be read item by item while the file is composed, so that the nodes of all items
/// are never there together. Gives up with [UnusualYaml] on files whose lists can be read only as wholes.
final class Harvest {
    private final Reading reading;
    private final Map<String, String> variables;
    private final Set<Spot> seen = EnumSet.noneOf(Spot.class);

    /// @param variables that were chosen
    Harvest(Reading reading, Map<String, String> variables) {
        this.reading = reading;
        this.variables = variables;
    }

    /// Files are laid over each other as wholes, variables must be known before they are filled in, and of a key that
    /// stands twice the first counts.
    Spot under(Spot spot, String key) {
        boolean whole = spot == Spot.FILE
                && (key.equals(PlanForm.INCLUDE_KEY) || (key.equals(Choosing.VARIABLES) && reading.mayHoldVariables()));
        var under = spot.under(key);
        if (whole || (under != Spot.ELSEWHERE && !seen.add(under))) {
            throw new UnusualYaml();
        }
        return under;
    }

    /// An item of the list begins.
    Spot item(Spot list) {
        if (list == Spot.PHASES) {
            seen.remove(Spot.TASKS);
        }
        return list.item();
    }

    /// Makes tasks from their bytes; null if they may hold variables, which must be filled in first.
    @Nullable
    TaskBytes tasks(PlainCursor cursor) {
        return reading.mayHoldVariables() ? null : new TaskBytes(cursor, reading);
    }

    /// Takes the items of the list, or null if it is composed as a whole.
    @Nullable
    Taking<?> taking(Spot list, PlainPlace at) {
        var form = list.taken();
        return form == null ? null : new Taking<>(form, list, at, new Taking.Into(reading, variables));
    }
}
