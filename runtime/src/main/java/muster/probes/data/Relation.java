package muster.probes.data;

/// A table or view as the catalogue has it, in its own spelling.
record Relation(String schema, String name, Kind kind) {
    enum Kind {
        TABLE,
        VIEW
    }

    boolean isTable() {
        return kind == Kind.TABLE;
    }

    /// The whole name as an identifier.
    String quoted() {
        return Engine.quoted(schema) + "." + Engine.quoted(name);
    }
}
