package muster.packs.warehouse.naming;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which column names are accepted, and from which reading on.
///
/// @param windows what a feature's name ends in
public record ColumnRules(List<Form> forms, Set<String> reserved, Set<String> windows) {
    private static final String RESERVED = "reserved";

    /// @param from the first reading that accepts the form
    /// @param kind such as `feature`
    public record Form(ColumnReading from, String kind, NamePattern pattern) {}

    public ColumnRules {
        forms = List.copyOf(forms);
        reserved = Set.copyOf(reserved);
        windows = Set.copyOf(windows);
    }

    /// How a name is accepted; null if no reading accepts it.
    @Nullable
    Acceptance acceptance(String name) {
        var form = forms.stream()
                .filter(each -> each.pattern().match(name) != null)
                .min((a, b) -> a.from().compareTo(b.from()))
                .orElse(null);
        if (reserved.contains(name)) {
            var from = form == null || form.from().compareTo(ColumnReading.C2) > 0 ? ColumnReading.C2 : form.from();
            return new Acceptance(from, RESERVED);
        }
        return form == null ? null : new Acceptance(form.from(), form.kind());
    }

    /// @param from the first reading that accepts it
    record Acceptance(ColumnReading from, String kind) {

        boolean isStrict() {
            return from.compareTo(ColumnReading.C2) <= 0;
        }

        boolean in(ColumnReading reading) {
            return from.compareTo(reading) <= 0;
        }
    }

    static List<ColumnReading> violated(@Nullable Acceptance acceptance) {
        return Arrays.stream(ColumnReading.values())
                .filter(each -> acceptance == null || !acceptance.in(each))
                .toList();
    }
}
