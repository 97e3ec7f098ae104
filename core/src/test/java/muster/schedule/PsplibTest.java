package muster.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PsplibTest {
    @ParameterizedTest
    @CsvSource({"j30, 0.015", "j60, 0.03", "j120, 0.08"})
    void schedulesAreFeasibleNeverShorterThanTheBoundsAndNotMuchLongerThanTheBestKnown(String set, double largestGap) {
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
        assertThat(mean).isLessThan(largestGap);
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
