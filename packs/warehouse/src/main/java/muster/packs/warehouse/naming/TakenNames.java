package muster.packs.warehouse.naming;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Existing names, which are compared without regard to case: several may then be one.
record TakenNames(Map<String, List<String>> byFolded) {
    static TakenNames of(Collection<String> names) {
        return new TakenNames(names.stream().collect(Collectors.groupingBy(NamingStandard::folded)));
    }

    /// Who bears the name: whoever has it to the letter, before those that differ in case; null if nobody does.
    @Nullable
    String bearer(String name) {
        var bearers = byFolded.getOrDefault(NamingStandard.folded(name), List.of());
        if (bearers.contains(name)) {
            return name;
        }
        return bearers.isEmpty() ? null : bearers.getFirst();
    }

    /// Whether somebody else than this one bears the name.
    boolean isTakenBesides(String self, String name) {
        return byFolded.getOrDefault(NamingStandard.folded(name), List.of()).stream()
                .anyMatch(each -> !each.equals(self));
    }
}
