package muster.rcpsp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import muster.rcpsp.Project.Mode;

/// A project in arrays, to be placed many times, by any number of threads. Modes that ask for more than there is are
/// left out; the others are numbered across all activities as options.
final class ProjectArrays {
    /// Periods that are kept one by one at most: 8 MiB.
    private static final int LONGEST_BY_PERIOD = 1 << 20;

    /// From this mean duration on, events are cheaper than periods.
    private static final long LONG_DURATION = 64;

    final int size;
    final Arcs before;
    final Arcs after;
    /// Those of activity `a` are from `firstOption[a]` up to `firstOption[a + 1]`, not included.
    final int[] firstOption;
    /// The number that the option has among the modes of its activity.
    final int[] mode;
    final int[] duration;
    /// What it holds while it lasts; by option and word of the packing.
    final long[] demand;
    /// What it uses up; by option and nonrenewable resource.
    final int[] use;
    final int[] stock;
    final Packing packing;
    /// No schedule that places activities as early as possible is longer.
    final int horizon;

    ProjectArrays(Project project) {
        size = project.activities().size();
        before = Arcs.toPredecessors(project);
        after = Arcs.toSuccessors(project);
        packing = new Packing(project.renewable());
        stock = project.nonrenewable().stream().mapToInt(amount -> amount).toArray();
        horizon = project.horizon();
        firstOption = new int[size + 1];
        var modes = new ArrayList<Mode>();
        var numbers = new ArrayList<Integer>();
        for (int activity = 0; activity < size; activity++) {
            var all = project.activities().get(activity).modes();
            IntStream.range(0, all.size())
                    .filter(each -> project.hasRoomFor(all.get(each)))
                    .forEach(each -> {
                        numbers.add(each);
                        modes.add(all.get(each));
                    });
            firstOption[activity + 1] = modes.size();
        }
        mode = numbers.stream().mapToInt(number -> number).toArray();
        duration = modes.stream().mapToInt(Mode::duration).toArray();
        demand = modes.stream()
                .flatMapToLong(each -> Arrays.stream(packing.pack(held(each))))
                .toArray();
        use = modes.stream()
                .flatMapToInt(each -> each.nonrenewable().stream().mapToInt(amount -> amount))
                .toArray();
    }

    int options(int activity) {
        return firstOption[activity + 1] - firstOption[activity];
    }

    /// Whether one word a period is enough, and cheaper than events.
    Profile newProfile() {
        boolean isShort = packing.words == 1 && horizon <= LONGEST_BY_PERIOD && horizon <= size * LONG_DURATION;
        return isShort ? new PeriodProfile(this) : new EventProfile(this);
    }

    private static List<Integer> held(Mode mode) {
        return mode.duration() > 0
                ? mode.renewable()
                : Collections.nCopies(mode.renewable().size(), 0);
    }
}
