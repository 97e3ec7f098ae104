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

    @Test
    void workThatFitsIntoATurnIsNotCarriedOverIntoAnother() {
        var axis = inTurns(List.of(hours(1, 8, 12), hours(3, 8, 16), hours(5, 8, 16), hours(7, 8, 16)));

        assertThat(axis.start(hour(1, 9), 3 * 3600)).isEqualTo(hour(1, 9));
        assertThat(axis.start(hour(1, 9), 3 * 3600 + 1)).isEqualTo(hour(3, 8));
        assertThat(axis.start(hour(3, 9), 8 * 3600)).isEqualTo(hour(5, 8));
        assertThat(axis.start(hour(1, 9), 9 * 3600)).isEqualTo(hour(1, 9));
        assertThat(axis.start(hour(1, 9), 0)).isEqualTo(hour(1, 9));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noWorkInTurnsIsFinishedLaterThanTheBound(long seed) {
        var random = new Random(seed);
        var spans = new ArrayList<OpenHours.Span>();
        for (int day = 0; day < 40; day += 1 + random.nextInt(3)) {
            int from = random.nextInt(20);
            spans.add(hours(day, from, from + 1 + random.nextInt(23 - from)));
        }
        var axis = inTurns(spans);

        for (int tried = 0; tried < 300; tried++) {
            int start = random.nextInt(hour(20, 0));
            int work = random.nextInt(30 * 3600);
            int less = random.nextInt(work + 1);
            int earlier = random.nextInt(start + 1);
            if (axis.fits(start, work)) {
                assertThat(axis.finish(axis.start(earlier, less), less))
                        .isLessThanOrEqualTo(axis.latestFinish(start, work));
            }
        }
    }

    private static OpenHours.Span hours(int day, int from, int until) {
        return new OpenHours.Span(hour(day, from), hour(day, until));
    }

    private static int hour(int day, int hour) {
        return 3600 * (24 * day + hour);
    }

    private static WorkAxis inTurns(List<OpenHours.Span> spans) {
        var opening = new Opening() {
            @Override
            public List<OpenHours.Span> between(Instant from, Instant until) {
                return spans;
            }

            @Override
            public boolean isInTurns() {
                return true;
            }
        };
        return WorkAxis.of(opening, Instant.EPOCH, hour(45, 0));
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
