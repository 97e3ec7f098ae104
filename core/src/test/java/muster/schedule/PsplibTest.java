package muster.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PsplibTest {
    /// What the scheduler reaches on average today, with a little room; a larger gap means that it got worse.
    private static final double LARGEST_MEAN_GAP = 0.14;

    @ParameterizedTest
    @ValueSource(strings = {"j30", "j60", "j120"})
    void schedulesAreFeasibleAndNeverShorterThanTheBounds(String set) {
        var folder = folder();

        double gaps = 0;
        var instances = Psplib.read(folder, set);
        for (var instance : instances) {
            var result = (SchedulingResult.Scheduled) Scheduler.schedule(instance.problem());
            long hours = result.schedule().makespan().toHours();
            assertThat(ScheduleCheck.faults(instance.problem(), result.schedule()))
                    .isEmpty();
            assertThat(hours).as(instance.name()).isGreaterThanOrEqualTo(instance.bestKnown());
            assertThat(result.network().finish())
                    .as(instance.name())
                    .isEqualTo(instance.problem().start().plusSeconds(3600L * instance.criticalPath()));
            gaps += (double) (hours - instance.bestKnown()) / instance.bestKnown();
        }

        double mean = gaps / instances.size();
        System.out.printf(Locale.ROOT, "%s: mean gap to best known %.2f %%%n", set, 100 * mean);
        assertThat(mean).isLessThan(LARGEST_MEAN_GAP);
    }

    @Test
    void theSameProblemGivesTheSameSchedule() {
        var instance = Psplib.read(folder(), "j30").getFirst();

        assertThat(Scheduler.schedule(instance.problem())).isEqualTo(Scheduler.schedule(instance.problem()));
    }

    private static Path folder() {
        var folder = Psplib.folder();
        assumeTrue(folder != null, "../shared/data/psplib is not there");
        return folder;
    }
}
