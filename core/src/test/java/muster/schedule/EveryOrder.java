package muster.schedule;

import java.util.Random;
import muster.plan.ResourceKind;

/// A plan of four items by chance, in whole hours without calendars, and the shortest of all schedules: that of some
/// order in which each item is placed as early as the ones before it allow, hour by hour.
final class EveryOrder {
    private static final int SIZE = 4;
    private static final int DISK = 5;

    private final int[] hours = new int[SIZE];
    private final int[] owner = new int[SIZE];
    private final int[] disk = new int[SIZE];
    private final int[] capacity = new int[2];
    private final boolean[][] needs = new boolean[SIZE][SIZE];
    private final int[] start = new int[SIZE];
    private final boolean[] placed = new boolean[SIZE];

    EveryOrder(Random random) {
        for (int agent = 0; agent < capacity.length; agent++) {
            capacity[agent] = 1 + random.nextInt(2);
        }
        for (int item = 0; item < SIZE; item++) {
            hours[item] = 1 + random.nextInt(5);
            owner[item] = random.nextInt(capacity.length);
            disk[item] = random.nextInt(DISK);
            for (int earlier = 0; earlier < item; earlier++) {
                needs[item][earlier] = random.nextInt(4) == 0;
            }
        }
    }

    SchedulingProblem problem() {
        var project = new SmallProject("2026-03-02T00:00:00Z");
        for (int agent = 0; agent < capacity.length; agent++) {
            project.agent("p" + agent, capacity[agent], null);
        }
        project.resource("disk", ResourceKind.RENEWABLE, String.valueOf(DISK));
        for (int item = 0; item < SIZE; item++) {
            var words = new StringBuilder();
            for (int earlier = 0; earlier < item; earlier++) {
                words.append(needs[item][earlier] ? " i" + earlier : "");
            }
            project.item(
                    "i" + item, hours[item], "p" + owner[item], words.toString().strip());
            if (disk[item] > 0) {
                project.demands("disk", String.valueOf(disk[item]));
            }
        }
        return project.problem();
    }

    long shortest() {
        return shortest(0);
    }

    private int shortest(int count) {
        int best = count == SIZE ? end() : Integer.MAX_VALUE;
        for (int item = 0; item < SIZE; item++) {
            if (!placed[item] && isReady(item)) {
                place(item);
                best = Math.min(best, shortest(count + 1));
                placed[item] = false;
            }
        }
        return best;
    }

    private int end() {
        int end = 0;
        for (int item = 0; item < SIZE; item++) {
            end = Math.max(end, start[item] + hours[item]);
        }
        return end;
    }

    private boolean isReady(int item) {
        for (int earlier = 0; earlier < item; earlier++) {
            if (needs[item][earlier] && !placed[earlier]) {
                return false;
            }
        }
        return true;
    }

    private void place(int item) {
        int from = 0;
        for (int earlier = 0; earlier < item; earlier++) {
            from = needs[item][earlier] ? Math.max(from, start[earlier] + hours[earlier]) : from;
        }
        start[item] = from;
        while (!fits(item)) {
            start[item]++;
        }
        placed[item] = true;
    }

    private boolean fits(int item) {
        for (int hour = start[item]; hour < start[item] + hours[item]; hour++) {
            int busy = 1;
            int held = disk[item];
            for (int other = 0; other < SIZE; other++) {
                boolean runs = placed[other] && start[other] <= hour && hour < start[other] + hours[other];
                busy += runs && owner[other] == owner[item] ? 1 : 0;
                held += runs ? disk[other] : 0;
            }
            if (busy > capacity[owner[item]] || held > DISK) {
                return false;
            }
        }
        return true;
    }
}
