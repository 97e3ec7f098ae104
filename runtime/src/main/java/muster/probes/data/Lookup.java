package muster.probes.data;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a name in a plan means in a database.
sealed interface Lookup {
    record Found(Relation relation) implements Lookup {}

    /// @param why one clause, such as `there is no table prices`
    record Missing(String why) implements Lookup {}

    /// Several schemas have it and none of them is the one looked up first.
    record Ambiguous(String why) implements Lookup {}

    static Lookup of(Reader reader, String written) throws SQLException {
        var name = TableName.of(written);
        var all = new Relations(reader)
                .named(name.name()).stream()
                        .filter(one -> means(reader.engine(), name, one))
                        .toList();
        var exact = all.stream().filter(one -> one.name().equals(name.name())).toList();
        var likely = exact.isEmpty() ? all : exact;
        return switch (likely.size()) {
            case 0 -> new Missing(missing(reader.engine(), name, written));
            case 1 -> new Found(likely.getFirst());
            default -> atHome(reader, likely, written);
        };
    }

    private static boolean means(Engine engine, TableName name, Relation held) {
        var schema = name.schema();
        return engine.same(name.name(), held.name()) && (schema == null || engine.same(schema, held.schema()));
    }

    private static Lookup atHome(Reader reader, List<Relation> several, String written) throws SQLException {
        var home = home(reader);
        var there = several.stream().filter(one -> one.schema().equals(home)).toList();
        if (there.size() == 1) {
            return new Found(there.getFirst());
        }
        var names = several.stream().map(one -> one.schema() + "." + one.name()).collect(Collectors.joining(", "));
        return new Ambiguous(written + " may mean " + names);
    }

    private static @Nullable String home(Reader reader) throws SQLException {
        return switch (reader.engine()) {
            case DUCKDB, POSTGRESQL ->
                reader.rows("SELECT current_schema()").getFirst().getFirst();
            case SQLITE -> "main";
        };
    }

    private static String missing(Engine engine, TableName name, String written) {
        var stored = engine.stored(name.name());
        var cut = stored.equals(name.name()) ? "" : "; the engine cuts that name to " + stored;
        return "there is no table " + written + cut;
    }
}
