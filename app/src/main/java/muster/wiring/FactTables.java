package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import muster.claims.Tables;
import muster.probes.data.TableFacts;
import org.jspecify.annotations.Nullable;

/// A warehouse's tables as facts in a folder: names and columns, no rows.
record FactTables(SortedMap<String, Set<String>> columns) implements Tables {
    private static final String FOLDER = "facts";
    /// What is larger is no list of tables.
    private static final long LARGEST = 8L << 20;

    /// Those of the folder `facts`; none if it does not hold both lists, or they cannot be read.
    static List<Tables> in(Path root) {
        var folder = root.resolve(FOLDER);
        try {
            return isReadable(folder.resolve("tables.csv")) && isReadable(folder.resolve("schemas.json"))
                    ? List.of(of(TableFacts.read(folder)))
                    : List.of();
        } catch (IOException | RuntimeException _) {
            // Whatever stands there belongs to who is audited; a file of the same name may be anything.
            return List.of();
        }
    }

    private static boolean isReadable(Path file) throws IOException {
        return Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LARGEST;
    }

    /// @param facts by table, each column as `name TYPE`
    static FactTables of(SortedMap<String, List<String>> facts) {
        return new FactTables(TableFacts.columns(facts));
    }

    @Override
    public @Nullable Keys keys(List<String> tables, String key) {
        return null;
    }

    @Override
    public String place(String table) {
        return "facts/schemas.json";
    }
}
