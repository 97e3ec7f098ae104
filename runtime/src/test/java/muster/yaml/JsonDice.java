package muster.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Plans in JSON: mostly right, at times with what is unusual or wrong.
record JsonDice(Random random) {
    private static final int RARELY = 40;

    String plan() {
        var phases =
                IntStream.range(0, 1 + random.nextInt(3)).mapToObj(this::phase).collect(Collectors.joining(",\n"));
        var parts = new ArrayList<>(List.of(
                "\"muster\": 1",
                "\"plan\": {\"id\": \"p\", \"title\": \"P\", \"start\": \"2026-01-05T08:00:00Z\"}",
                "\"phases\": [" + phases + "]"));
        var agents = IntStream.range(0, 3)
                .mapToObj(agent -> "{\"id\": \"a" + agent + "\", \"name\": \"A\", \"role\": \"R\", \"kind\": \"ai\"}")
                .toList();
        parts.add(random.nextInt(parts.size()), "\"agents\": [" + String.join(", ", agents) + "]");
        return "{" + String.join(",\n", parts) + "}\n";
    }

    private String phase(int phase) {
        var tasks = IntStream.range(0, random.nextInt(5))
                .mapToObj(task -> task(phase, task))
                .toList();
        return "{\"id\": \"p" + phase + "\", \"title\": \"P\", \"tasks\": ["
                + String.join(random.nextBoolean() ? ", " : ",\n  ", tasks) + "]}";
    }

    private String task(int phase, int task) {
        var entries = new ArrayList<String>();
        entries.add(entry("id", rarely() ? odd() : quoted("t" + (rarely() ? 0 : phase) + task)));
        entries.add(entry("title", rarely() ? odd() : quoted(random.nextInt(4) == 0 ? "\u00c4 \u3000 x" : "Do it")));
        if (random.nextInt(3) > 0) {
            entries.add(entry("owners", list("a", 4)));
        }
        if (random.nextInt(3) > 0) {
            entries.add(entry("needs", list("t" + random.nextInt(phase + 1), task + 1)));
        }
        if (random.nextInt(4) == 0) {
            entries.add(entry(random.nextBoolean() ? "requires" : "provides", list("fact", 3)));
        }
        if (random.nextInt(2) == 0) {
            var estimates = List.of("4h", "4h..6h", "1d", "6h..4h", "soon");
            entries.add(entry("estimate", quoted(estimates.get(random.nextInt(rarely() ? 5 : 3)))));
        }
        if (random.nextInt(10) == 0) {
            entries.add(entry("risk", quoted("low")));
        }
        if (rarely()) {
            entries.add(entries.get(random.nextInt(entries.size())));
        }
        if (random.nextInt(4) == 0) {
            Collections.shuffle(entries, random);
        }
        return "{" + String.join(random.nextInt(4) == 0 ? " ,\n " : ", ", entries) + (rarely() ? ",}" : "}");
    }

    private String entry(String key, String value) {
        return quoted(rarely() ? key + "s" : key) + (random.nextInt(4) == 0 ? ":" : " : ") + value;
    }

    private String list(String name, int several) {
        if (rarely()) {
            return odd();
        }
        return "["
                + IntStream.range(0, random.nextInt(3))
                        .mapToObj(_ -> rarely() ? odd() : quoted(name + random.nextInt(several)))
                        .collect(Collectors.joining(", "))
                + "]";
    }

    /// Anything.
    private String odd() {
        var odd = List.of(
                "7", "null", "true", "[]", "{}", "\"\"", "\"A b\"", "\"\\u0041\"", "'x'", "x", "[\"t00\",]", "\"t99\"");
        return odd.get(random.nextInt(odd.size()));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private boolean rarely() {
        return random.nextInt(RARELY) == 0;
    }
}
