package muster.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import muster.plan.Threshold;
import org.jspecify.annotations.Nullable;

/// A bound on a metric: `{metric: disk usage, above: 85, unit: "%"}`.
record ThresholdForm() implements Form<Threshold> {
    static final Form<Threshold> THRESHOLD = new ThresholdForm();

    private static final Form<Side> SIDE = new ChoiceForm<>("threshold", List.of(Above.CASE, Below.CASE));

    private sealed interface Side {
        Threshold threshold();
    }

    private record Above(Threshold threshold) implements Side {
        private static final Field<Above, BigDecimal> VALUE =
                Field.required("above", NumberForm.ANY, side -> side.threshold.value(), "the alert is raised above it");
        private static final Field<Above, String> METRIC =
                Field.required("metric", TextForm.SOME, side -> side.threshold.metric(), "what is measured");
        private static final Field<Above, String> UNIT = Field.required(
                        "unit", TextForm.ANY, (Above side) -> side.threshold.unit(), "such as %")
                .or("");

        static final ChoiceForm.Case<Above> CASE = new ChoiceForm.Case<>(
                Above.class,
                new EntryForm<>(
                        "above threshold",
                        List.of(VALUE, METRIC, UNIT),
                        entry -> new Above(new Threshold(
                                entry.get(METRIC), Threshold.Bound.ABOVE, entry.get(VALUE), entry.get(UNIT)))));
    }

    private record Below(Threshold threshold) implements Side {
        private static final Field<Below, BigDecimal> VALUE =
                Field.required("below", NumberForm.ANY, side -> side.threshold.value(), "the alert is raised below it");
        private static final Field<Below, String> METRIC =
                Field.required("metric", TextForm.SOME, side -> side.threshold.metric(), "what is measured");
        private static final Field<Below, String> UNIT = Field.required(
                        "unit", TextForm.ANY, (Below side) -> side.threshold.unit(), "such as %")
                .or("");

        static final ChoiceForm.Case<Below> CASE = new ChoiceForm.Case<>(
                Below.class,
                new EntryForm<>(
                        "below threshold",
                        List.of(VALUE, METRIC, UNIT),
                        entry -> new Below(new Threshold(
                                entry.get(METRIC), Threshold.Bound.BELOW, entry.get(VALUE), entry.get(UNIT)))));
    }

    @Override
    public @Nullable Threshold read(Value value) {
        var side = SIDE.read(value);
        return side == null ? null : side.threshold();
    }

    @Override
    public Object write(Threshold threshold) {
        return SIDE.write(
                switch (threshold.bound()) {
                    case ABOVE -> new Above(threshold);
                    case BELOW -> new Below(threshold);
                });
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return SIDE.schema(definitions);
    }

    @Override
    public String says() {
        return SIDE.says();
    }
}
