package muster.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import muster.plan.Estimate;
import muster.plan.Parsed;
import muster.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tasks made from bytes against their twins, which are made from nodes: the same plan, or the same problems at the
/// same places.
class TaskBytesTest {
    private static final int PLANS = 3_000;
    private static final int MUTANTS = 6_000;
    private static final String LETTERS = " \n:-,[]{}#\"'$\\~ax1.0_\u00e9\u3000";

    @Test
    void everyPlanIsTheSameFromBytesAsFromNodes() {
        int right = 0;
        for (long seed = 0; seed < PLANS; seed++) {
            right += isRight(seed, new JsonDice(new Random(seed)).plan()) ? 1 : 0;
        }
        assertThat(right).isBetween(PLANS / 10, PLANS * 9 / 10);
    }

    @Test
    void everyDamagedPlanIsTheSameFromBytesAsFromNodes() {
        int right = 0;
        for (long seed = 0; seed < MUTANTS; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder(new JsonDice(random).plan());
            for (int change = 1 + random.nextInt(3); change > 0; change--) {
                text.setCharAt(random.nextInt(text.length()), LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            right += isRight(seed, text.toString()) ? 1 : 0;
        }
        assertThat(right).isPositive();
    }

    private static boolean isRight(long seed, String text) {
        var bytes = text.getBytes(UTF_8);
        var read = PlanReader.read("p", bytes);
        assertThat(told(read)).as("seed %d:\n%s", seed, text).isEqualTo(told(PlanReader.readWhole("p", bytes)));
        return read instanceof Parsed.Ok<Plan>;
    }

    private static Object told(Parsed<Plan> parsed) {
        return switch (parsed) {
            case Parsed.Ok<Plan>(var plan) -> plan;
            case Parsed.Failed<Plan>(var problems) -> problems;
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\",\"title\":\"A\"}",
                "{ \"title\" : \"\u00c4 \u3000\" ,\n \"needs\" : [ ] , \"id\": \"a\", \"owners\": [\"b\" , \"c\"] }",
                "{\"id\": \"a\", \"title\": \"A\", \"requires\": [\"x\"], \"provides\": [\"done:b\", \"y\"], \"needs\": [\"a\"]}",
            })
    void tasksOfTheUsualShapeAreMadeFromBytes(String text) {
        var cursor = cursor(text + ",");

        var task = new TaskBytes(cursor, new Reading()).next(-1);

        assertThat(task).isNotNull();
        assertThat(Objects.requireNonNull(task).id()).hasToString("a");
        assertThat(cursor.here()).isEqualTo((byte) ',');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\"}",
                "{\"id\":\"a\",\"title\":\"\"}",
                "{\"id\":\"A\",\"title\":\"A\"}",
                "{\"id\":\"a\",\"title\":\"A\",}",
                "{\"id\":\"a\",\"title\":\"A\",\"title\":\"A\"}",
                "{\"id\":\"a\",\"title\":\"A\",\"risk\":\"low\"}",
                "{\"id\":\"a\",\"title\":\"A\",\"needs\":[\"b\",]}",
                "{\"id\":\"a\",\"title\":\"A\",\"needs\":\"b\"}",
                "{\"id\":\"a\",\"title\":\"A\",\"needs\":[7]}",
                "{\"id\":\"a\",\"title\":\"A\\t\"}",
                "{\"id\":\"a\",\n\"title\":\"A",
                "{\"id\":\"a\",\"title\":A}",
                "{\"id\":\"a\",\"title\":\"A\",\"estimate\":\"4h\"}",
                "{}",
                "a",
            })
    void allOthersAreLeftAsTheyStand(String text) {
        var cursor = cursor(text);
        var reading = new Reading();

        assertThat(new TaskBytes(cursor, reading).next(-1)).isNull();
        assertThat(cursor.offset()).isZero();
        assertThat(cursor.line()).isZero();
        assertThat(reading.failed()).isFalse();
        assertThat(reading.names().isFree(Kind.TASK, "a")).isTrue();
    }

    @Test
    void anEstimateIsMadeFromBytesOnceOneLikeItWasReadFromANode() {
        var reading = new Reading();
        reading.keep(Estimates.SHORT, "4h", Estimate.exactly(Duration.ofHours(4)));

        var task = new TaskBytes(cursor("{\"id\":\"a\",\"title\":\"A\",\"estimate\":\"4h\"}"), reading).next(-1);

        assertThat(Objects.requireNonNull(task).estimate().likely()).hasHours(4);
    }

    private static PlainCursor cursor(String text) {
        return new PlainCursor("p", Objects.requireNonNull(PlainBytes.of(text.getBytes(UTF_8))));
    }
}
