package muster.packs.training.merge;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.packs.training.parquet.Footer;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Whether a part says the same as its file: rows, names, types, and for each column the count, XOR and sum of a hash
/// of
/// key and value. Each value therefore stands beside its own key.
record PartProof(Source source, Spine spine) {

    /// What differs first; an empty text if nothing does.
    String against(Session lane, Footer part) throws SQLException {
        if (part.rows() != spine.rows()) {
            return "it has %d rows, the spine %d".formatted(part.rows(), spine.rows());
        }
        var columns = source.columns();
        for (int at = 0; at < columns.size(); at++) {
            var made = part.columns().get(at);
            if (!made.name().equals(columns.get(at).as())
                    || !made.type().equals(columns.get(at).type())) {
                return "column %s %s became %s %s"
                        .formatted(columns.get(at).as(), columns.get(at).type(), made.name(), made.type());
            }
        }
        return values(lane, part);
    }

    private String values(Session lane, Footer part) throws SQLException {
        var wanted = lane.one("SELECT %s FROM spine s LEFT JOIN read_parquet(%s) f ON f.%s = s.key"
                        .formatted(
                                checksums(Source.Taken::name),
                                Sql.text(source.file().toString()),
                                Sql.identifier(spine.key())))
                .values();
        var found = lane.one("SELECT %s FROM (SELECT key FROM spine) s POSITIONAL JOIN read_parquet(%s) f"
                        .formatted(
                                checksums(Source.Taken::as),
                                Sql.text(part.file().toString())))
                .values();
        return differing(wanted, found);
    }

    /// NULLs are hashed too: both sides have every key of the spine, and it takes a third of the time.
    private String checksums(Function<Source.Taken, String> name) {
        return source.columns().stream()
                .map(each -> "count(f.%1$s), bit_xor(hash(s.key, f.%1$s)), sum(hash(s.key, f.%1$s)::HUGEINT)"
                        .formatted(Sql.identifier(name.apply(each))))
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
