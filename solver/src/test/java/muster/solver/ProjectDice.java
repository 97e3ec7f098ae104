package muster.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import muster.rcpsp.Project;

/// Projects by chance: two renewable resources, some lags, negative ones too.
final class ProjectDice {
    private final SplittableRandom random;

    ProjectDice(long seed) {
        random = new SplittableRandom(seed);
    }

    Project withOneMode(int size, int longest) {
        return project(size, longest, 1);
    }

    /// One or two modes each, and a nonrenewable resource that does not always suffice.
    Project withModes(int size, int longest) {
        return project(size, longest, 2);
    }

    private Project project(int size, int longest, int modes) {
        var amounts = List.of(1 + random.nextInt(4), 1 + random.nextInt(4));
        var stock = modes == 1 ? List.<Integer>of() : List.of(size - 1 + random.nextInt(size));
        var activities = new ArrayList<Project.Activity>();
        for (int activity = 0; activity < size; activity++) {
            activities.add(new Project.Activity(
                    IntStream.rangeClosed(1, 1 + random.nextInt(modes))
                            .mapToObj(_ -> mode(longest, amounts, stock.size()))
                            .toList(),
                    IntStream.range(activity + 1, size)
                            .filter(_ -> random.nextInt(4) == 0)
                            .mapToObj(next -> new Project.Successor(next, lag()))
                            .toList()));
        }
        return new Project(activities, amounts, stock);
    }

    private int lag() {
        return random.nextInt(4) > 0 ? 0 : random.nextInt(5) - 2;
    }

    private Project.Mode mode(int longest, List<Integer> amounts, int stocks) {
        return new Project.Mode(
                random.nextInt(longest + 1),
                amounts.stream().map(amount -> random.nextInt(amount + 1)).toList(),
                IntStream.range(0, stocks).mapToObj(_ -> random.nextInt(4)).toList());
    }
}
