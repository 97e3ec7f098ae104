package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.Set;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;

/// What is done already of the renames that somebody asks for.
///
/// @param done renames of the same key that are in force; after an exchange of names the catalog alone does
/// not tell
record Standing(Catalog catalog, Set<Renaming> done) {
    Standing {
        done = Set.copyOf(done);
    }

    static Standing read(Session session, Catalog catalog, String key) throws SQLException {
        return new Standing(
                catalog,
                catalog.has("_muster_reverse", Catalog.Kind.TABLE)
                        ? Change.sum(Journal.inForce(session, key))
                        : Set.of());
    }

    /// Whether a rename is still to be done. One whose old name is no table any more is done if its new name
    /// is one.
    boolean lacks(Renaming each) {
        return !done.contains(each)
                && (catalog.has(each.from(), Catalog.Kind.TABLE) || !catalog.has(each.to(), Catalog.Kind.TABLE));
    }
}
