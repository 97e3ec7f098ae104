package muster.report;

import java.util.List;

/// One labelled line of an entry.
///
/// @param evidence ids of what the value was read from
public record Field(String label, String value, List<String> evidence) {
    public Field {
        evidence = List.copyOf(evidence);
    }
}
