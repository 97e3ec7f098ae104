package muster.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import muster.plan.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Plans read item by item against their twins, which are read from the nodes of the whole file: the same plan, or the
/// same problems at the same places.
class HarvestTest {
    private static final int MUTANTS = 3_000;
    private static final String LETTERS = " \n:-,[]{}#\"'$\\~ax1.0_\u00e9\u3000";
    private static final String HEAD = "muster: 1\nplan: {id: p, title: P, start: 2026-01-05T08:00:00Z}\n";

    @Test
    void everyPlanOfTheProjectIsReadAsAWhole() {
        assertThat(texts()).isNotEmpty().allSatisfy(HarvestTest::isSame);
    }

    /// Lines are left out, repeated, moved and changed.
    @Test
    void noMutantIsReadOtherwise() {
        var texts = texts();
        int harvested = 0;
        for (long seed = 0; seed < MUTANTS; seed++) {
            var random = new Random(seed);
            var text = mutant(texts.get(random.nextInt(texts.size())), random);
            try {
                harvested += isSame(text) ? 1 : 0;
            } catch (AssertionError different) {
                throw new AssertionError("seed " + seed + ":\n" + text, different);
            }
        }
        assertThat(harvested).isGreaterThan(MUTANTS / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phases: [{tasks: [{id: b, title: B, needs: [a, c]}, {id: a, title: A}], id: x, title: X}]\n",
                "phases: [{id: x, title: X, tasks: [{id: a, title: A}, {id: a, title: B}, 7, {title: C}]}]\n",
                "phases: [{id: x, title: X, tasks: [{id: a, title: \"${who}\"}, {id: b, title: 'C$${'}]}]\n",
                "phases: [{id: x, title: X, tasks: [{id: \"a\\u0062\", title: A, needs: [ab]}]}]\n",
                "phases:\n- id: x\n  title: \u00dc \u3000 \u00e4\n  tasks:\n  - {id: \u00e4, title: \u00dc, needs: [a]}\n",
                "phases: [{id: x, title: X, tasks: []}, 8, {id: y, tasks: nothing}]\n",
                "expectations: [{id: e, title: E, probe: {file: f}, phases: [x]}, nothing, {id: e}]\n",
            })
    void listsWithOneOddItemAreHarvested(String text) {
        assertThat(isSame(HEAD + text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phases: [{id: x, title: X, tasks: [{id: a, title: A}], tasks: [{id: b, title: B}]}]\n",
                "phases: []\nphases: []\n",
                "phases: [{id: x, title: X, tasks: [{id: a, title: '${t}'}]}]\nvariables: {t: T}\n",
                "phases: []\ninclude: [other.yaml]\n",
                """
                phases: [{id: x, title: X, tasks: [{id: a, title: A}]}]
                agents: [{id: b, name: B, role: R, kind: ai}]
                expectations: [{id: e, title: E, probe: {file: f}, remedies: [{id: a, title: A, owner: b}]}]
                """,
                "expectations: [{id: e, title: E, probe: {file: f}}, {id: g, like: e}]\n",
                "phases: [{id: x, title: X, tasks: [{id: a, title: \"A\n      B\"}]}]\n",
            })
    void whatHangsTogetherIsReadAsAWhole(String text) {
        assertThat(isSame(HEAD + text)).isFalse();
    }

    /// True if the lists of the text were read item by item.
    private static boolean isSame(String text) {
        var bytes = text.getBytes(UTF_8);
        assertThat(told(PlanReader.read("p", bytes))).isEqualTo(told(PlanReader.readWhole("p", bytes)));
        return YamlText.harvest("p", bytes, new Reading(), Choices.NONE) != null;
    }

    private static Object told(Parsed<?> parsed) {
        return switch (parsed) {
            case Parsed.Ok<?>(var plan) -> plan;
            case Parsed.Failed<?>(var problems) -> problems;
        };
    }

    private static String mutant(String text, Random random) {
        var lines = new ArrayList<>(text.lines().toList());
        for (int change = 1 + random.nextInt(3); change > 0 && !lines.isEmpty(); change--) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
                case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
                default -> lines.set(at, changed(lines.get(at), random));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String changed(String line, Random random) {
        var changed = new StringBuilder(line);
        int at = random.nextInt(line.length() + 1);
        if (at < line.length()) {
            changed.setCharAt(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
        } else {
            changed.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return changed.toString();
    }

    private static List<String> texts() {
        try (var files = Files.walk(Path.of("../examples"))) {
            return files.filter(file -> file.toString().endsWith("muster.yaml"))
                    .sorted()
                    .map(HarvestTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
