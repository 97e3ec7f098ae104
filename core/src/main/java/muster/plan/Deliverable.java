package muster.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document that must be written.
///
/// @param path relative to the workspace
/// @param pages the most pages it may have
/// @param fields labels that each entry of it carries, in order, taken from its format template
public record Deliverable(
        ItemId id,
        String path,
        String title,
        @Nullable Instant due,
        @Nullable Integer pages,
        List<String> fields,
        @Nullable Source source) {
    public Deliverable {
        fields = List.copyOf(fields);
    }
}
