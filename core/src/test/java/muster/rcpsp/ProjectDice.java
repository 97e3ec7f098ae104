package muster.rcpsp;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Projects by chance.
final class ProjectDice {
    private final RandomGenerator random;

    ProjectDice(RandomGenerator random) {
        this.random = random;
    }

    /// Activities of one mode, two renewable resources, some lags, negative ones too.
    Project small(int size, int longest) {
        return project(size, longest, 1);
    }

    /// One or two modes for each activity, and a nonrenewable resource that does not always suffice.
    Project smallWithModes(int size, int longest) {
        return project(size, longest, 2);
    }

    private Project project(int size, int longest, int modes) {
        var amounts = List.of(1 + random.nextInt(4), 1 + random.nextInt(4));
        var stock = modes == 1 ? List.<Integer>of() : List.of(size + random.nextInt(size));
        var activities = new ArrayList<Project.Activity>();
        for (int activity = 0; activity < size; activity++) {
            int from = activity;
            activities.add(new Project.Activity(
                    IntStream.rangeClosed(1, 1 + random.nextInt(modes))
                            .mapToObj(_ -> mode(longest, amounts, stock.size()))
                            .toList(),
                    IntStream.range(activity + 1, size)
                            .filter(_ -> random.nextInt(4) == 0)
                            .mapToObj(next -> new Project.Successor(next, lag(from)))
                            .toList()));
        }
        return new Project(activities, amounts, stock);
    }

    private int lag(int from) {
        return from == 0 || random.nextInt(4) > 0 ? 0 : random.nextInt(5) - 2;
    }

    private Project.Mode mode(int longest, List<Integer> amounts, int stocks) {
        return new Project.Mode(
                random.nextInt(longest + 1),
                amounts.stream().map(amount -> random.nextInt(amount + 1)).toList(),
                IntStream.range(0, stocks).mapToObj(_ -> random.nextInt(4)).toList());
    }
}
