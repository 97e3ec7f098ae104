package muster.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Journals were written by Jackson once: the text of an event has to stay the same to the letter.
class JsonTextTest {
    private static final JsonMapper JACKSON =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    /// Letters that are escaped, look as if they had to be, or lie outside the basic plane.
    private static final List<String> LETTERS =
            List.of("a", "\"", "\\", "/", "\n", "\r", "\t", "\b", "\f", "\0", "\u001f", "\u007f", "é", "\u2028", "😀");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theTextIsThatOfJackson(long seed) {
        var random = new Random(seed);
        var out = object(random, 3);

        assertThat(out.text()).isEqualTo(JACKSON.writeValueAsString(JACKSON.readTree(out.text())));
        assertThat(out.text()).isEqualTo(JACKSON.writeValueAsString(JACKSON.valueToTree(plain(out))));
    }

    private static JsonOut object(Random random, int depth) {
        var out = JsonOut.empty();
        for (var i = random.nextInt(6); i >= 0; i--) {
            out.put(word(random), value(random, depth));
        }
        return out;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 7)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextLong();
            case 2 -> random.nextBoolean();
            case 3 -> word(random);
            case 4 -> List.of(value(random, depth - 1), value(random, depth - 1));
            case 5 -> Map.of("b" + word(random), value(random, depth - 1), "a", value(random, depth - 1));
            default -> object(random, depth - 1);
        };
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(12), 0, LETTERS.size())
                .mapToObj(LETTERS::get)
                .collect(Collectors.joining());
    }

    private static Object plain(Object value) {
        return switch (value) {
            case JsonOut out -> plain(out.fields());
            case List<?> all -> all.stream().map(JsonTextTest::plain).toList();
            case Map<?, ?> all -> {
                var map = new TreeMap<String, Object>();
                all.forEach((key, each) -> map.put(key.toString(), plain(each)));
                yield map;
            }
            default -> value;
        };
    }
}
