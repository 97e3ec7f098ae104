package muster.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import muster.schedule.OpenHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Conversions against counting second by second, on openings whose ends often coincide with what is asked.
class WorkAxisTest {
    private static final int HORIZON = 30_000;

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @Test
    void workThatIsDoneAtClosingTimeIsFinishedThen() {
        var axis = axis(List.of(new OpenHours.Span(100, 200), new OpenHours.Span(500, 600)));

        assertThat(axis.finish(150, 50)).isEqualTo(200);
        assertThat(axis.finish(150, 51)).isEqualTo(501);
        assertThat(axis.open(200)).isEqualTo(500);
        assertThat(axis.latestStart(500, 0)).isEqualTo(500);
        assertThat(axis.latestStart(200, 100)).isEqualTo(100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyConversionIsThatOfCounting(long seed) {
        var random = new Random(seed);
        var open = new boolean[HORIZON];
        var spans = new ArrayList<OpenHours.Span>();
        for (int time = random.nextInt(50); time < HORIZON - 6000; ) {
            int until = time + 1 + random.nextInt(3000);
            spans.add(new OpenHours.Span(time, until));
            for (int second = time; second < until; second++) {
                open[second] = true;
            }
            time = until + 1 + random.nextInt(6000);
        }
        var axis = axis(spans);
        int last = Math.toIntExact(spans.getLast().until());

        for (int tried = 0; tried < 300; tried++) {
            int start = random.nextInt(last);
            int work = random.nextInt(4000);
            if (axis.fits(start, work)) {
                int begin = axis.open(start);
                assertThat(begin).isEqualTo(counted(open, start, 0, true));
                assertThat(axis.finish(begin, work)).isEqualTo(counted(open, begin, work, false));
                int finish = axis.finish(begin, work);
                assertThat(axis.finish(axis.latestStart(finish, work), work)).isEqualTo(finish);
            }
        }
    }

    private static int counted(boolean[] open, int from, int work, boolean opening) {
        int time = from;
        while (opening && !open[time]) {
            time++;
        }
        for (int left = work; left > 0; time++) {
            left -= open[time] ? 1 : 0;
        }
        return time;
    }

    private static WorkAxis axis(List<OpenHours.Span> spans) {
        return WorkAxis.of((_, _) -> spans, Instant.EPOCH, HORIZON);
    }
}
