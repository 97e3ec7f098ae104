package muster.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A form that a document prescribes, such as that of a hand-off.
///
/// @param title the heading it stands under
/// @param fields its keys, in order
public record FormTemplate(
        String title, List<String> fields, @Nullable Source source) {
    public FormTemplate {
        fields = List.copyOf(fields);
    }
}
