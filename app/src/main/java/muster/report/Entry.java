package muster.report;

import java.util.List;

/// One thing reported on.
public record Entry(String heading, List<Field> fields, List<String> notes) {
    public Entry {
        fields = List.copyOf(fields);
        notes = List.copyOf(notes);
    }
}
