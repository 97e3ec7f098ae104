package muster.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.audit.Area;
import muster.audit.Change.Trend;
import muster.audit.ClaimVerdict;
import muster.audit.ProbeResult;
import muster.audit.Readiness;
import muster.audit.Verdict;
import muster.audit.Weight;
import muster.plan.AssuranceLevel;
import muster.plan.Need;
import muster.plan.Severity;
import muster.review.QuestionKind;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// The words by which `report.json` names the cases of an enum.
final class Words {
    /// Words of plan files and of people, such as `references-resolve`.
    private static final List<Class<? extends Enum<?>>> LOWER = List.of(
            AssuranceLevel.class,
            Need.class,
            ClaimVerdict.class,
            ProbeResult.class,
            Weight.class,
            Trend.class,
            Area.class,
            QuestionKind.class);

    private Words() {}

    /// Such as `references-resolve`.
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// `openP0` is `open_p0`.
    static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    static SimpleModule module() {
        var module = new SimpleModule();
        LOWER.forEach(type -> add(module, type, Words::of));
        add(module, Verdict.class, Verdict::word);
        add(module, Readiness.class, Enum::name);
        add(module, Severity.class, Enum::name);
        return module;
    }

    private static <E> void add(SimpleModule module, Class<E> type, Function<? super E, String> word) {
        var constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(word, constant -> constant, (one, _) -> one, java.util.LinkedHashMap::new));
        module.addSerializer(type, new StdSerializer<>(type) {
            @Override
            public void serialize(E value, JsonGenerator out, SerializationContext context) {
                out.writeString(word.apply(value));
            }
        });
        module.addDeserializer(type, new StdDeserializer<>(type) {
            @Override
            public E deserialize(JsonParser in, DeserializationContext context) {
                var found = constants.get(in.getString());
                return found != null
                        ? found
                        : context.reportInputMismatch(
                                type, "expected one of %s, got '%s'", constants.keySet(), in.getString());
            }
        });
    }
}
