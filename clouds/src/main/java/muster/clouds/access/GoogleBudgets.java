package muster.clouds.access;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import muster.clouds.calls.Ability;
import muster.clouds.calls.Asked;
import muster.clouds.calls.Pages;
import muster.clouds.calls.Rest;
import muster.clouds.calls.Unanswered;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.CloudProbe;
import muster.plan.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Whether a billing account has a budget that alerts somebody, by the Cloud Billing Budget API v1.
public record GoogleBudgets(Rest rest) implements Ability<CloudProbe.CostMonitor> {
    private static final String KIND = "cost-monitor";
    private static final int NANOS = 9;

    @Override
    public List<Observation> of(CloudProbe.CostMonitor probe, Instant now) throws Unanswered, InterruptedException {
        var budgets = Pages.of(
                rest, Asked.get("/v1/billingAccounts/" + Asked.encoded(probe.account()) + "/budgets"), "budgets");
        var alerting = budgets.stream()
                .filter(budget -> !budget.path("thresholdRules").isEmpty())
                .toList();
        var fitting = alerting.stream()
                .filter(budget -> isWithin(amount(budget), probe.budget()))
                .toList();
        return List.of(judged(probe, budgets.size(), alerting.size(), fitting).with("budgets", budgets.size()));
    }

    private static Observation judged(CloudProbe.CostMonitor probe, int all, int alerting, List<JsonNode> fitting) {
        if (!fitting.isEmpty()) {
            var budget = fitting.getFirst();
            return Observation.pass(
                            KIND,
                            probe.target(),
                            AssuranceLevel.REFERENCES_RESOLVE,
                            "budget '" + name(budget) + "' alerts at "
                                    + budget.path("thresholdRules").size() + " thresholds")
                    .with("budget", name(budget));
        }
        if (all == 0) {
            return failed(probe, AssuranceLevel.CLAIMED, "no-budget", "the account has no budget");
        }
        return alerting == 0
                ? failed(probe, AssuranceLevel.EXISTS, "no-alert", "none of " + all + " budgets has a threshold")
                : failed(
                        probe,
                        AssuranceLevel.EXISTS,
                        "budget-too-large",
                        "no budget with a threshold is known to be at most " + probe.budget());
    }

    private static Observation failed(
            CloudProbe.CostMonitor probe, AssuranceLevel reached, String code, String message) {
        return Observation.fail(KIND, probe.target(), reached, message)
                .found(Findings.defect(code, probe.target(), message));
    }

    private static String name(JsonNode budget) {
        return budget.path("displayName").asString(budget.path("name").asString(""));
    }

    /// Amounts of other currencies, and those that follow last month's costs, cannot be compared.
    private static boolean isWithin(@Nullable Money amount, @Nullable Money most) {
        return most == null
                || (amount != null
                        && amount.currency().equals(most.currency())
                        && amount.amount().compareTo(most.amount()) <= 0);
    }

    private static @Nullable Money amount(JsonNode budget) {
        var specified = budget.path("amount").path("specifiedAmount");
        var currency = specified.path("currencyCode").asString("");
        return currency.matches("[A-Z]{3}")
                ? new Money(
                        BigDecimal.valueOf(specified.path("units").asLong(0))
                                .add(BigDecimal.valueOf(specified.path("nanos").asLong(0), NANOS)),
                        currency)
                : null;
    }
}
