package muster.packs.warehouse.change;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.cost.Budget;
import muster.packs.warehouse.cost.Estimate;
import muster.packs.warehouse.cost.Expense;
import muster.packs.warehouse.cost.FreeTier;
import muster.packs.warehouse.cost.Measure;
import muster.packs.warehouse.cost.Price;
import muster.packs.warehouse.cost.Prices;
import muster.packs.warehouse.cost.Spending;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Verdict;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.cost`: what a change would read and cost by the statistics of the engine, and what changes have cost. It
/// reads no table.
///
/// @param folder where a table of prices may lie
public record Cost(NamingStandard standard, InstantSource clock, Path folder) implements SessionAction {
    private static final String CONSOLIDATE = "consolidate";

    @Override
    public ActionResult perform(Session session, ActionCall call) throws SQLException, IOException {
        var arguments = Arguments.of(call);
        var price = Prices.of(arguments, folder);
        var of = arguments.oneOf("of", List.of(CONSOLIDATE, "detect-variants", "rename"));
        var now = clock.instant();
        var estate = Estate.read(session, standard.on(now.atZone(ZoneOffset.UTC).toLocalDate()));
        var parts = of.equals(CONSOLIDATE)
                ? groups(session, Consolidate.groups(estate, arguments), price)
                : tables(session, estate, arguments, price);
        var none = new Expense(0, 0, new Estimate(0, 0, price));
        var whole = parts.stream().reduce(none, Expense::plus);
        var most = parts.stream().map(each -> each.read().money().amount()).max(Comparator.naturalOrder());
        var spending = Spending.open(session, call.key(), Budget.of(arguments), clock);
        var outputs = new Outputs()
                .put("parts", parts.size())
                .put("bytes", whole.read().bytes())
                .put("billed", whole.read().billed())
                .put("usd", whole.read().money().amount().toPlainString())
                .put("most.usd", most.map(BigDecimal::toPlainString).orElse("0"))
                .put("price", price.name())
                .put("price.source", price.source())
                .put("price.taken", price.taken().toString())
                .put("objects", whole.objects())
                .put("rows", whole.rows());
        var free = FreeTier.of(session, arguments, price, now);
        long billed = whole.read().billed();
        outputs.put("free.left", free.left())
                .put("free.bytes", free.of(billed))
                .put("free.source", free.source())
                .put(
                        "usd.after-free",
                        price.of(billed - free.of(billed)).amount().toPlainString());
        var today = spending.today();
        for (var measure : Measure.values()) {
            outputs.put("spent.today." + measure.word(), today.of(measure).toPlainString());
        }
        return outputs.succeeded();
    }

    private static List<Expense> groups(Session session, List<WindowGroup> groups, Price price) throws SQLException {
        var forecast = Forecast.of(session, WindowGroup.sources(groups));
        var expenses = new ArrayList<Expense>();
        for (var group : groups) {
            expenses.add(GroupCost.of(group, forecast, price));
        }
        return expenses;
    }

    /// A rename reads no bytes: it counts rows, which the catalog knows. Looking for the variant reads one column of
    /// each table; a sample or a LIMIT does not cut what is billed.
    private static List<Expense> tables(Session session, Estate estate, Arguments arguments, Price price)
            throws SQLException {
        var family = arguments.text("family", "cov");
        var reads = arguments.text("of", "").equals("detect-variants");
        var tables = estate.verdicts().stream()
                .filter(each -> family.equals("all") || each.category().equals(family))
                .filter(each -> !each.compliant())
                .map(Verdict::table)
                .toList();
        var forecast = Forecast.of(session, reads ? tables : List.of());
        var expenses = new ArrayList<Expense>();
        for (var table : tables) {
            var read = reads ? Estimate.of(List.of(forecast.variant(table)), price) : new Estimate(0, 0, price);
            expenses.add(new Expense(1, forecast.sizes().of(table).rows(), read));
        }
        return expenses;
    }
}
