package muster.packs.warehouse.change;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Verdict;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Groups that were consolidated, validated and accepted by a person before the roll-out, in the table `_muster_pilot`.
record Pilot(Session session) {
    /// The mandate: a pilot of five pairs, of at most two dollars each.
    static final int GROUPS = 5;

    static final BigDecimal MOST_USD = new BigDecimal(2);

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS _muster_pilot(family VARCHAR, target VARCHAR, usd DECIMAL(18, 4),
            accepted_by VARCHAR, accepted TIMESTAMPTZ)""";

    static Pilot open(Session session) throws SQLException {
        session.execute(TABLE);
        return new Pilot(session);
    }

    /// A group that is ready to be accepted.
    record Group(String target, BigDecimal usd) {}

    void accept(String family, List<Group> groups, String by, Instant now) throws SQLException {
        var statements = new ArrayList<String>();
        statements.add("DELETE FROM _muster_pilot WHERE family = " + Sql.text(family));
        statements.add(groups.stream()
                .map(each -> "(%s, %s, %s, %s, %s)"
                        .formatted(
                                Sql.text(family),
                                Sql.text(each.target()),
                                each.usd().toPlainString(),
                                Sql.text(by),
                                Journal.time(now)))
                .collect(Collectors.joining(", ", "INSERT INTO _muster_pilot VALUES ", "")));
        session.executeTogether(statements);
    }

    /// Whether a pilot of the family was accepted and still stands: one that was undone since is none.
    ///
    /// @param made what is consolidated now
    boolean isAccepted(String family, Set<String> made) throws SQLException {
        return session.query("SELECT target FROM _muster_pilot WHERE family = " + Sql.text(family)).stream()
                        .filter(row -> made.contains(row.text(0)))
                        .count()
                >= GROUPS;
    }

    /// The tables of a family that consolidations have made and that are in force.
    static Set<String> made(List<Change> inForce, NamingStandard standard, String family) {
        var created = inForce.stream()
                .filter(each -> each.kind() == Change.Kind.CREATED)
                .map(Change::to)
                .toList();
        return standard.judge(created).stream()
                .filter(each -> each.category().equals(family))
                .map(Verdict::table)
                .collect(Collectors.toSet());
    }
}
