package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.List;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Verdict;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;

/// A warehouse as one listing has it, with what the standard says of each table: read once for a whole call.
record Estate(Catalog catalog, List<Verdict> verdicts) {
    Estate {
        verdicts = List.copyOf(verdicts);
    }

    static Estate read(Session session, NamingStandard standard) throws SQLException {
        var catalog = Catalog.read(session);
        return new Estate(catalog, standard.judge(catalog.tables()));
    }
}
