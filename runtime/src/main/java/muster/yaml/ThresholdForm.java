package muster.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import muster.plan.Threshold;

/// A bound on a metric: `{metric: disk usage, above: 85, unit: "%"}`.
final class ThresholdForm {
    static final Form<Threshold> THRESHOLD = new OrderedForm<>(
            new ChoiceForm<Side>("threshold", List.of(above(), below())), Side::threshold, ThresholdForm::side);

    private ThresholdForm() {}

    private sealed interface Side {
        Threshold threshold();
    }

    private record Above(Threshold threshold) implements Side {}

    private record Below(Threshold threshold) implements Side {}

    private static Side side(Threshold threshold) {
        return switch (threshold.bound()) {
            case ABOVE -> new Above(threshold);
            case BELOW -> new Below(threshold);
        };
    }

    private static ChoiceForm.Case<Above> above() {
        return new ChoiceForm.Case<>(Above.class, side(Threshold.Bound.ABOVE, Above::new));
    }

    private static ChoiceForm.Case<Below> below() {
        return new ChoiceForm.Case<>(Below.class, side(Threshold.Bound.BELOW, Below::new));
    }

    private static <S extends Side> EntryForm<S> side(Threshold.Bound bound, Function<Threshold, S> make) {
        var word = bound == Threshold.Bound.ABOVE ? "above" : "below";
        Field<S, BigDecimal> value = Field.required(
                word, NumberForm.ANY, side -> side.threshold().value(), "the alert is raised " + word + " it");
        Field<S, String> metric =
                Field.required("metric", TextForm.SOME, side -> side.threshold().metric(), "what is measured");
        Field<S, String> unit = Field.<S, String>required(
                        "unit", TextForm.ANY, side -> side.threshold().unit(), "such as %")
                .or("");
        return new EntryForm<>(
                word + " threshold",
                List.of(value, metric, unit),
                entry -> make.apply(new Threshold(entry.get(metric), bound, entry.get(value), entry.get(unit))));
    }
}
