package muster.storage;

import java.math.BigDecimal;
import java.time.Duration;
import muster.coordination.GateRule;
import muster.plan.AgentId;
import muster.plan.GateId;
import muster.plan.GateTerms;
import muster.plan.ItemId;
import muster.plan.Threshold;
import org.jspecify.annotations.Nullable;

/// What the gates of a charter ask for, both ways.
final class GateTermsJson {
    private GateTermsJson() {}

    static JsonOut rule(GateRule rule) {
        var votes = rule.terms().votes();
        var awaited = rule.terms().awaited();
        var reminders = rule.terms().reminders();
        var json = JsonOut.empty()
                .put("gate", rule.gate())
                .put("quorum", votes.quorum())
                .put("rule", votes.rule())
                .put("remind", reminders.every())
                .put("escalate", reminders.escalateAfter());
        CharterJson.with(json, "policy", rule.policy());
        CharterJson.with(json, "delay", awaited.delay());
        CharterJson.with(json, "event", awaited.event());
        CharterJson.with(json, "audit", awaited.audit());
        CharterJson.with(json, "escalateTo", reminders.to());
        return awaited.metric() == null ? json : json.put("metric", measured(awaited.metric()));
    }

    static GateRule rule(JsonIn in) {
        return new GateRule(
                new GateId(in.text("gate")),
                in.textOrNull("policy"),
                new GateTerms(
                        new GateTerms.Votes(
                                Math.toIntExact(in.number("quorum")), in.constant("rule", GateTerms.Rule.class)),
                        new GateTerms.Awaited(
                                CharterJson.optional(in.textOrNull("delay"), Duration::parse),
                                measured(in.objectOrNull("metric")),
                                CharterJson.optional(in.textOrNull("event"), ItemId::new),
                                in.has("audit") ? in.constant("audit", GateTerms.Grade.class) : null),
                        new GateTerms.Reminders(
                                Duration.parse(in.text("remind")),
                                Duration.parse(in.text("escalate")),
                                CharterJson.optional(in.textOrNull("escalateTo"), AgentId::new))));
    }

    private static JsonOut measured(GateTerms.Measured each) {
        return JsonOut.empty()
                .put("metric", each.threshold().metric())
                .put("bound", each.threshold().bound())
                .put("value", each.threshold().value())
                .put("unit", each.threshold().unit())
                .put("for", each.window());
    }

    private static GateTerms.@Nullable Measured measured(@Nullable JsonIn in) {
        return in == null
                ? null
                : new GateTerms.Measured(
                        new Threshold(
                                in.text("metric"),
                                in.constant("bound", Threshold.Bound.class),
                                new BigDecimal(in.text("value")),
                                in.text("unit")),
                        Duration.parse(in.text("for")));
    }
}
