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
import java.util.regex.Pattern;
import muster.audit.Quantity;
import muster.audit.Sighting;
import muster.claims.ClaimRule;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Reading;
import muster.packs.warehouse.naming.Verdict;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;
import muster.plan.Claim;
import muster.plan.ItemId;
import muster.plan.Origin;
import muster.plan.Plan;

/// Measures what a plan claims about tables. A claim of so many tables whose subject begins with a category or
/// family of the naming standard is about the names in it that the inventory's reading (R2) finds wrong. Of
/// several figures about one subject the first is about the present; what a later one says is an aim, which
/// nothing here can measure.
final class Observations {

    private static final String UNIT = "tables";
    /// The families that the naming mandate calls primary. Source: naming standard M008, grammar of primary tables.
    private static final Set<String> PRIMARY = Set.of(
            "agg", "mom", "vol", "reg", "align", "der", "rev", "lag", "regime", "mrt", "cyc", "ext", "div", "tmp");

    private static final Set<String> WHOLE = Set.of(Quantity.WHOLE, "dataset", "database", "warehouse");
    private static final Pattern WRONGLY_NAMED =
            Pattern.compile("(?i)\\b(?:no variant|without variant|renam\\w*|consolidat\\w*|violat\\w*|remed\\w*)\\b");

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

    /// What the names say of a document's claim: the tables of the whole, of a category, or those of a category that
    /// are named wrongly, if the claim speaks of that.
    static ClaimRule rule(List<Verdict> verdicts) {
        return claim -> {
            var stated = claim.number();
            var count = claim.unit().equals(UNIT) ? measured(claim, verdicts) : 0;
            if (stated == null || count == 0) {
                return null;
            }
            var because = "names: " + count + " tables by the naming standard";
            return stated.compareTo(BigDecimal.valueOf(count)) == 0
                    ? Sighting.right(String.valueOf(count), because, List.of("naming-standard"))
                    : Sighting.wrong(String.valueOf(count), because, List.of("naming-standard"));
        };
    }

    private static long measured(Claim claim, List<Verdict> verdicts) {
        var words = Quantity.of(claim.subject(), claim.unit()).words();
        if (!words.isEmpty() && words.stream().allMatch(word -> WHOLE.contains(word) || word.indexOf('_') > 0)) {
            return words.stream().anyMatch(WHOLE::contains) ? verdicts.size() : 0;
        }
        var named = words.stream()
                .filter(word -> word.equals("primary")
                        || verdicts.stream()
                                .anyMatch(verdict -> verdict.category().equals(word)))
                .toList();
        var wrongly = WRONGLY_NAMED.matcher(claim.subject()).find();
        if (named.size() != 1 || (words.size() > 1 && !wrongly)) {
            return 0;
        }
        return verdicts.stream()
                .filter(verdict -> isOf(named.getFirst(), verdict))
                .filter(verdict -> !wrongly || verdict.violated().contains(Reading.R2))
                .count();
    }

    private static boolean isOf(String category, Verdict verdict) {
        return verdict.category().equals(category)
                || (category.equals("primary") && PRIMARY.contains(verdict.category()));
    }

    private static boolean isAboutTables(Claim claim) {
        return claim.origin() == Origin.STATED && claim.unit().equals(UNIT);
    }

    private static long count(Claim claim, List<Verdict> verdicts) {
        var word = claim.subject().toLowerCase(Locale.ROOT).split("\\W+", 2)[0];
        return verdicts.stream()
                .filter(verdict -> isOf(word, verdict))
                .filter(verdict -> verdict.violated().contains(Reading.R2))
                .count();
    }
}
