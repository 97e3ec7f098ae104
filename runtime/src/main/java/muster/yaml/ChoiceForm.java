package muster.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A mapping of one of several kinds; the first key of a kind tells it from the others. Where the first keys of two
/// stand, it is of the kind that knows the other's.
///
/// @param byKey the kinds by their first keys
record ChoiceForm<R>(String name, List<Case<? extends R>> cases, Map<String, List<Case<? extends R>>> byKey)
        implements Form<R> {
    ChoiceForm(String name, List<Case<? extends R>> cases) {
        this(name, List.copyOf(cases), byKey(cases));
    }

    private static <R> Map<String, List<Case<? extends R>>> byKey(List<Case<? extends R>> cases) {
        var kinds = new HashMap<String, List<Case<? extends R>>>();
        cases.forEach(
                one -> kinds.computeIfAbsent(one.key(), _ -> new ArrayList<>()).add(one));
        return kinds;
    }

    /// One kind.
    ///
    /// @param written true for values of the type that this kind writes
    record Case<C>(Class<C> type, Predicate<C> written, EntryForm<C> form) {
        /// The only kind of its type.
        Case(Class<C> type, EntryForm<C> form) {
            this(type, _ -> true, form);
        }

        String key() {
            return form.fields().getFirst().key();
        }

        boolean knows(String key) {
            return form.fields().stream().anyMatch(field -> field.key().equals(key));
        }

        boolean writes(Object value) {
            return type.isInstance(value) && written.test(type.cast(value));
        }

        Object write(Object value) {
            return form.write(type.cast(value));
        }
    }

    @Override
    public @Nullable R read(Value value) {
        var keys = Keys.of(value, this::says);
        if (keys == null) {
            return null;
        }
        var there = new ArrayList<Case<? extends R>>();
        keys.all().keySet().forEach(key -> there.addAll(byKey.getOrDefault(key, List.of())));
        var found = there.size() > 1 ? knowing(there) : there;
        return switch (found.size()) {
            case 0 -> none(value, keys);
            case 1 -> found.getFirst().form().read(value);
            default -> several(value, found);
        };
    }

    private List<Case<? extends R>> knowing(List<Case<? extends R>> there) {
        var knowing = there.stream()
                .filter(one -> there.stream().allMatch(other -> one.knows(other.key())))
                .toList();
        return knowing.size() == 1 ? knowing : there;
    }

    private @Nullable R none(Value value, Keys keys) {
        keys.allow(known(), name);
        value.wrong(name + " needs one of the keys " + words(cases), null);
        return null;
    }

    private @Nullable R several(Value value, List<Case<? extends R>> found) {
        value.wrong(name + " must have only one of the keys " + words(found), null);
        return null;
    }

    private Set<String> known() {
        var known = new LinkedHashSet<String>();
        cases.forEach(one -> known.add(one.key()));
        cases.forEach(one -> one.form().fields().forEach(field -> known.add(field.key())));
        return known;
    }

    private static String words(List<? extends Case<?>> cases) {
        return String.join(", ", cases.stream().map(Case::key).toList());
    }

    @Override
    public Object write(R value) {
        return cases.stream()
                .filter(one -> one.writes(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no form of " + name + " for " + value))
                .write(value);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return definitions.refer(
                name,
                () -> Map.of(
                        "anyOf",
                        cases.stream()
                                .map(one -> one.form().schema(definitions))
                                .toList()));
    }

    @Override
    public String says() {
        return "a mapping with one of the keys " + words(cases);
    }
}
