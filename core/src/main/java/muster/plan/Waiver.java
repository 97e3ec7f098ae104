package muster.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An accepted exception. It never hides the raw result, and it ends.
///
/// @param expectations what it covers; an entry that ends with `*` covers every expectation whose id begins so
/// @param owner who answers for it
/// @param approver who accepted it; never the owner
/// @param expires from when it no longer counts
/// @param condition CEL over the figures of the audit, none if it always counts
public record Waiver(
        ItemId id,
        List<String> expectations,
        String reason,
        AgentId owner,
        AgentId approver,
        Instant expires,
        @Nullable String condition,
        @Nullable Source source) {
    public Waiver {
        expectations = List.copyOf(expectations);
    }

    /// Whether it covers an expectation.
    public boolean covers(ExpectationId expectation) {
        return expectations.stream()
                .anyMatch(each -> each.endsWith("*")
                        ? expectation.value().startsWith(each.substring(0, each.length() - 1))
                        : expectation.value().equals(each));
    }
}
