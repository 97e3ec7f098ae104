package muster.wiring;

import java.util.List;
import java.util.Locale;
import muster.risk.Proportion;
import muster.risk.Quantile;
import muster.risk.RiskForecast;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A simulation as JSON, schema [#SCHEMA]. Durations are in seconds, probabilities from 0 to 1.
public final class SimulationJson {
    /// Name and version of the format.
    public static final String SCHEMA = "muster.simulation/1";

    private static final JsonMapper JSON = JsonMapper.shared();

    private SimulationJson() {}

    /// The fields after the schema. What is unknown is `null`, never left out.
    public static ObjectNode fields(PlanSimulation.Done done) {
        var node = JSON.createObjectNode().put("plan", done.plan().header().id().value());
        extent(node.putObject("extent"), done.finish().extent());
        node.put("scheduled", done.schedule().finish().toString());
        node.set("finish", forecast(done.finish(), done.model().currency()));
        var band = done.band();
        if (band == null) {
            node.putNull("p80_assumed");
        } else {
            node.putObject("p80_assumed")
                    .put("least", band.least().toString())
                    .put("most", band.most().toString());
        }
        var start = done.start();
        if (start == null) {
            node.putNull("start");
        } else {
            node.putObject("start")
                    .put("phase", start.phase().value())
                    .put("asked", start.asked().toString())
                    .set("readiness", forecast(start.readiness(), done.model().currency()));
        }
        var assumptions = node.putArray("assumptions");
        done.model().assumptions().forEach(assumptions::add);
        return node;
    }

    private static void extent(ObjectNode node, RiskForecast.Extent extent) {
        node.put("seed", extent.seed())
                .put("iterations", extent.done())
                .put("wanted", extent.wanted())
                .put("compared", extent.compared())
                .put("ending", word(extent.ending()));
    }

    private static ObjectNode forecast(RiskForecast forecast, String currency) {
        var node = JSON.createObjectNode().put("by", forecast.asked().toString());
        node.set("probability", proportion(forecast.inTime()));
        var finish = forecast.finish();
        node.put("mean", finish.mean().toString())
                .put("deviation", finish.deviation().toSeconds());
        quantiles(node.putArray("quantiles"), finish.quantiles());
        var curve = node.putArray("curve");
        finish.curve()
                .forEach(point ->
                        curve.addObject().put("at", point.at().toString()).put("share", point.share()));
        var cost = node.putObject("cost");
        cost.put("currency", currency)
                .put("mean", forecast.cost().mean())
                .put("deviation", forecast.cost().deviation());
        var amounts = cost.putArray("quantiles");
        forecast.cost()
                .quantiles()
                .forEach(each -> amounts.addObject()
                        .put("share", each.share())
                        .put("value", each.value())
                        .put("low", each.low())
                        .put("high", each.high()));
        parts(node, forecast);
        return node;
    }

    private static void parts(ObjectNode node, RiskForecast forecast) {
        var activities = node.putArray("activities");
        for (var each : forecast.activities()) {
            var activity = activities.addObject().put("id", each.activity().value());
            activity.set("critical", proportion(each.critical()));
            activity.put("cruciality", each.cruciality()).put("significance", each.significance());
        }
        var drivers = node.putArray("tornado");
        forecast.drivers()
                .forEach(each -> drivers.addObject()
                        .put("id", each.id())
                        .put("kind", word(each.kind()))
                        .put("well", each.well().toString())
                        .put("badly", each.badly().toString()));
        var blockers = node.putArray("blockers");
        for (var each : forecast.blockers()) {
            var blocker = blockers.addObject()
                    .put("id", each.id())
                    .put("title", each.title())
                    .put("kind", word(each.kind()));
            blocker.set("probability", proportion(each.moves()));
            blocker.put("delay", each.delay().toSeconds())
                    .put("expected", each.expected().toSeconds());
        }
        var mitigations = node.putArray("mitigations");
        for (var each : forecast.mitigations()) {
            var mitigation = mitigations
                    .addObject()
                    .put("risk", each.risk().value())
                    .put("gain", each.gain().toSeconds());
            mitigation.set("probability", proportion(each.inTime()));
            mitigation.put("cost", each.cost()).put("gain_per_money", each.perMoney());
        }
    }

    private static void quantiles(ArrayNode node, List<? extends Quantile<?>> quantiles) {
        quantiles.forEach(each -> node.addObject()
                .put("share", each.share())
                .put("value", String.valueOf(each.value()))
                .put("low", String.valueOf(each.low()))
                .put("high", String.valueOf(each.high())));
    }

    private static ObjectNode proportion(Proportion proportion) {
        return JSON.createObjectNode()
                .put("value", proportion.share())
                .put("low", proportion.low())
                .put("high", proportion.high());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
