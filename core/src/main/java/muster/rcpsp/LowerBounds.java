package muster.rcpsp;

import java.util.stream.IntStream;

/// Makespans that no schedule of a project can beat: the critical path, and the energy of the activities that cannot
/// start before some instant nor end the project sooner than some time after their finish.
final class LowerBounds {
    /// From so many activities on, only the energy of all of them together is looked at.
    private static final int MANY = 400;

    private final Project project;
    private final CriticalPath path;

    private LowerBounds(Project project, CriticalPath path) {
        this.project = project;
        this.path = path;
    }

    static int of(Project project, CriticalPath path) {
        var bounds = new LowerBounds(project, path);
        return IntStream.range(0, project.renewable().size())
                .filter(resource -> project.renewable().get(resource) > 0)
                .map(bounds::energy)
                .reduce(path.length, Math::max);
    }

    private int energy(int resource) {
        long[] energy = IntStream.range(0, path.head.length)
                .mapToLong(activity -> energy(activity, resource))
                .toArray();
        int[] heads = distinct(path.head);
        int[] tails = distinct(path.tail);
        int best = 0;
        for (int head : heads) {
            for (int tail : tails) {
                best = Math.max(best, between(head, tail, energy, resource));
            }
        }
        return best;
    }

    private int[] distinct(int[] values) {
        return values.length > MANY
                ? new int[] {0}
                : IntStream.of(values)
                        .filter(value -> value >= 0)
                        .sorted()
                        .distinct()
                        .toArray();
    }

    private int between(int head, int tail, long[] energy, int resource) {
        long sum = 0;
        for (int activity = 0; activity < energy.length; activity++) {
            sum += path.head[activity] >= head && path.tail[activity] >= tail ? energy[activity] : 0;
        }
        long amount = project.renewable().get(resource);
        return sum == 0 ? 0 : (int) (head + (sum + amount - 1) / amount + tail);
    }

    /// The least that any mode which there is room for takes.
    private long energy(int activity, int resource) {
        return project.activities().get(activity).modes().stream()
                .filter(project::hasRoomFor)
                .mapToLong(mode -> (long) mode.duration() * mode.renewable().get(resource))
                .min()
                .orElse(0);
    }
}
