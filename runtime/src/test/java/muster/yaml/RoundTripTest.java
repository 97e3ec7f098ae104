package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import muster.plan.Parsed;
import muster.plan.Plan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWrittenReadsBackAsTheSamePlan(long seed) {
        var plan = new PlanDice(seed).plan();

        var text = PlanWriter.write(plan);

        assertThat(read(text)).isEqualTo(new Parsed.Ok<>(plan));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsReadIsWrittenAsTheSameText(long seed) {
        var text = PlanWriter.write(new PlanDice(seed).plan());

        assertThat(read(text))
                .isInstanceOfSatisfying(
                        Parsed.Ok.class,
                        ok -> assertThat(PlanWriter.write((Plan) ok.value())).isEqualTo(text));
    }

    private static Parsed<Plan> read(String text) {
        return PlanReader.read("muster.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
