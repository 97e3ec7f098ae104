package muster.packs.training.merge;

import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.packs.training.parquet.Footer;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Whether a part says the same as its file: rows, names, types, and for each column the count, XOR and sum of a hash
/// of key and value. Each value therefore stands beside its own key.
///
/// @param keys of the file
record PartProof(Source source, Spine spine, KeyFacts keys) {

    /// What differs first; an empty text if nothing does.
    String against(Session lane, Footer part) throws SQLException {
        if (part.rows() != spine.rows()) {
            return "it has %d rows, the spine %d".formatted(part.rows(), spine.rows());
        }
        var columns = source.columns();
        var found = part.columns();
        for (int at = 0; at < columns.size(); at++) {
            var made = found.get(at);
            if (!made.name().equals(columns.get(at).as())
                    || !made.type().equals(columns.get(at).type())) {
                return "column %s %s became %s %s"
                        .formatted(columns.get(at).as(), columns.get(at).type(), made.name(), made.type());
            }
        }
        return values(lane, part);
    }

    private String values(Session lane, Footer part) throws SQLException {
        var wanted = lane.one("SELECT %s FROM %s".formatted(checksums("k", "c%d"::formatted), rows()))
                .values();
        var found = lane.one("SELECT %s FROM (SELECT key FROM spine) s POSITIONAL JOIN read_parquet(%s) f"
                        .formatted(
                                checksums(
                                        "s.key",
                                        at -> "f."
                                                + Sql.identifier(
                                                        source.columns().get(at).as())),
                                Sql.file(part.file().toString())))
                .values();
        return differing(wanted, found);
    }

    /// The file's own values beside its own keys, and NULLs beside the others of the spine.
    private String rows() {
        var file = "read_parquet(" + Sql.file(source.file().toString()) + ") f";
        var key = "CAST(f.%s AS %s)".formatted(Sql.identifier(spine.key()), spine.engineType());
        return keys.isRun()
                ? "(SELECT key AS k, %s FROM spine WHERE place < %d UNION ALL SELECT %s, %s FROM %s) rows"
                        .formatted(columns(each -> "NULL"), keys.head(), key, columns(this::own), file)
                : "(SELECT s.key AS k, %s FROM spine s LEFT JOIN %s ON %s = s.key) rows"
                        .formatted(columns(this::own), file, key);
    }

    private String own(int at) {
        return "f." + Sql.identifier(source.columns().get(at).name());
    }

    private String columns(IntFunction<String> expression) {
        return IntStream.range(0, source.columns().size())
                .mapToObj(at -> expression.apply(at) + " AS c" + at)
                .collect(Collectors.joining(", "));
    }

    /// NULLs are hashed too: both sides have every key of the spine, and leaving them out takes three times as long.
    private String checksums(String key, IntFunction<String> column) {
        return IntStream.range(0, source.columns().size())
                .mapToObj(column)
                .map(each ->
                        "count(%2$s), bit_xor(hash(%1$s, %2$s)), sum(hash(%1$s, %2$s)::HUGEINT)".formatted(key, each))
                .collect(Collectors.joining(", "));
    }

    /// Three figures per column.
    private String differing(List<?> wanted, List<?> found) {
        for (int at = 0; at < wanted.size(); at++) {
            if (!String.valueOf(wanted.get(at)).equals(String.valueOf(found.get(at)))) {
                return "the values of " + source.columns().get(at / 3).name() + " are not beside the keys they had";
            }
        }
        return "";
    }
}
