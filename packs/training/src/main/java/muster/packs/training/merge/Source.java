package muster.packs.training.merge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import muster.packs.training.files.FileName;
import muster.packs.training.parquet.ColumnFacts;
import muster.packs.training.parquet.Footer;
import org.jspecify.annotations.Nullable;

/// One file to be merged.
///
/// @param keyType null if it has no key
/// @param columns those that go into the result, in order
record Source(Path file, @Nullable String keyType, List<Taken> columns) {

    /// A column, by its name in the file and in the result.
    record Taken(String name, String as, String type) {}

    /// How columns are chosen and named.
    ///
    /// @param key stands in the result once, from the spine
    /// @param without columns of other files that are left out
    record Wish(String key, Names names, Collection<String> without) {}

    /// How columns are named in the result.
    enum Names {
        /// As in their file.
        PLAIN,
        /// After their file and an underscore, so that tables of one family can stand side by side.
        PREFIXED
    }

    static Source read(Path file, Wish wish) throws IOException {
        var columns = Footer.read(file).columns();
        var stem = FileName.stem(file.getFileName().toString());
        UnaryOperator<String> named = switch (wish.names()) {
            case PLAIN -> name -> name;
            case PREFIXED -> name -> stem + "_" + name;
        };
        var taken = columns.stream()
                .filter(column ->
                        !column.name().equals(wish.key()) && !wish.without().contains(column.name()))
                .map(column -> new Taken(column.name(), named.apply(column.name()), column.type()))
                .toList();
        var key = columns.stream()
                .filter(column -> column.name().equals(wish.key()))
                .map(ColumnFacts::type)
                .findFirst()
                .orElse(null);
        return new Source(file, key, taken);
    }

    /// The spine as one of the files; all of its columns are taken as they are.
    static Source spine(Spine spine) throws IOException {
        var columns = Footer.read(spine.file()).columns().stream()
                .map(column -> new Taken(column.name(), column.name(), column.type()))
                .toList();
        return new Source(spine.file(), spine.type(), columns);
    }

    String name() {
        return file.getFileName().toString();
    }
}
