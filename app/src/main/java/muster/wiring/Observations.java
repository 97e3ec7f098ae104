package muster.wiring;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Reading;
import muster.packs.warehouse.naming.Verdict;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;
import muster.plan.Claim;
import muster.plan.ItemId;
import muster.plan.Origin;
import muster.plan.Plan;

/// Measures what a plan claims about tables. A claim of so many tables whose subject begins with a category or family
/// of the
/// naming standard is about the names in it that the inventory's reading (R2) finds wrong. Of several figures about one
/// subject the first is about the present; what a later one says is an aim, which nothing here can measure.
final class Observations {

    private static final String UNIT = "tables";
    /// The families that the naming mandate calls primary. Source: naming standard M008, grammar of primary tables.
    private static final Set<String> PRIMARY = Set.of(
            "agg", "mom", "vol", "reg", "align", "der", "rev", "lag", "regime", "mrt", "cyc", "ext", "div", "tmp");

    private Observations() {}

    static SortedMap<ItemId, BigDecimal> of(Plan plan, Workspace workspace) throws IOException {
        try (var session = Session.open(() -> Auditing.warehouse(workspace))) {
            return of(
                    plan.claims(),
                    NamingStandard.m008().judge(Catalog.read(session).tables()));
        } catch (SQLException e) {
            throw new IOException("the warehouse cannot be read: " + e.getMessage(), e);
        }
    }

    static SortedMap<ItemId, BigDecimal> of(List<Claim> claims, List<Verdict> verdicts) {
        var observed = new TreeMap<ItemId, BigDecimal>();
        var subjects = new HashSet<String>();
        for (var claim : claims) {
            var count = count(claim, verdicts);
            if (isAboutTables(claim) && subjects.add(claim.subject()) && count > 0) {
                observed.put(claim.id(), BigDecimal.valueOf(count));
            }
        }
        return observed;
    }

    private static boolean isAboutTables(Claim claim) {
        return claim.origin() == Origin.STATED && claim.unit().equals(UNIT);
    }

    private static long count(Claim claim, List<Verdict> verdicts) {
        var word = claim.subject().toLowerCase(Locale.ROOT).split("\\W+", 2)[0];
        return verdicts.stream()
                .filter(verdict -> verdict.category().equals(word)
                        || (word.equals("primary") && PRIMARY.contains(verdict.category())))
                .filter(verdict -> verdict.violated().contains(Reading.R2))
                .count();
    }
}
