package muster.yaml;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import muster.plan.NearMiss;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/// One of a few words.
record WordForm<T>(Map<String, T> words) implements Form<T> {

    /// The constants of an enum in kebab-case.
    static <E extends Enum<E>> WordForm<E> of(Class<E> type) {
        var words = new LinkedHashMap<String, E>();
        for (var constant : type.getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return new WordForm<>(words);
    }

    /// The words themselves.
    static WordForm<String> themselves(String... words) {
        var same = new LinkedHashMap<String, String>();
        for (var word : words) {
            same.put(word, word);
        }
        return new WordForm<>(same);
    }

    /// A single word.
    static <T> WordForm<T> of(T meaning, String word) {
        return new WordForm<>(Map.of(word, meaning));
    }

    @Override
    public @Nullable T read(Value value) {
        var text = value.scalar(Tag.STR);
        var meant = text == null ? null : words.get(text);
        if (meant == null) {
            value.wrong(
                    value.label() + " must be " + says() + ", got " + value.shown(),
                    text == null ? null : hint(text, words.keySet()));
        }
        return meant;
    }

    private static @Nullable String hint(String text, Collection<String> words) {
        return NearMiss.hint(text.toLowerCase(Locale.ROOT).replace('_', '-'), words);
    }

    @Override
    public Object write(T value) {
        return words.entrySet().stream()
                .filter(word -> word.getValue().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(value + " is none of " + words.keySet()))
                .getKey();
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of("enum", List.copyOf(words.keySet()));
    }

    @Override
    public String says() {
        return (words.size() == 1 ? "" : "one of ") + String.join(", ", words.keySet());
    }
}
