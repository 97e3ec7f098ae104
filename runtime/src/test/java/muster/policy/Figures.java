package muster.policy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import muster.audit.Aggregates;

/// Figures by name, all others zero.
final class Figures {
    private Figures() {}

    static Aggregates with(String name, long value) {
        return of(Map.of(name, value));
    }

    static Aggregates of(Map<String, Long> values) {
        var components = Aggregates.class.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var arguments = Arrays.stream(components)
                .map(component -> (Object) values.getOrDefault(component.getName(), 0L))
                .toArray();
        try {
            return Aggregates.class.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
