package muster.packs.training.merge;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import muster.packs.training.parquet.ColumnFacts;
import muster.packs.training.parquet.Footer;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// The file whose keys are the rows of the result; its other columns, the targets, come first in it.
///
/// @param type of the key
/// @param engineType of the key, as the engine calls it
/// @param digest of the keys, whatever their order
record Spine(Path file, String key, String type, String engineType, long rows, String digest) {

    /// Reads it and proves its keys: none NULL, none twice.
    static Spine read(Session engine, Path file, String key) throws SQLException, IOException {
        var type = Footer.read(file).columns().stream()
                .filter(column -> column.name().equals(key))
                .findFirst()
                .map(ColumnFacts::type)
                .orElseThrow(() -> new WrongArgument(file.getFileName() + " has no column " + key));
        var facts = engine.one(
                "SELECT count(*), count(k), count(DISTINCT k), coalesce(bit_xor(hash(k)), 0), coalesce(sum(hash(k)), 0), any_value(typeof(k)) FROM (SELECT %s AS k FROM read_parquet(%s))"
                        .formatted(Sql.identifier(key), Sql.file(file.toString())));
        long rows = facts.number(0);
        if (rows == 0 || facts.number(1) < rows || facts.number(2) < rows) {
            throw new WrongArgument(
                    "the spine %s has %d rows, %d keys that are NULL and %d that stand more than once; its keys are the rows of the result"
                            .formatted(
                                    file.getFileName(),
                                    rows,
                                    rows - facts.number(1),
                                    facts.number(1) - facts.number(2)));
        }
        return new Spine(file, key, type, facts.text(5), rows, facts.text(3) + "+" + facts.text(4));
    }

    /// What follows FROM.
    String rowsOf() {
        return "read_parquet(" + Sql.file(file.toString()) + ")";
    }
}
