package muster.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The ways to do all items, numbered through: those of an item are a range. Each has its working time, its open time
/// and what it holds, in compressed sparse rows. Ways whose owners are never open together are left out.
final class Ways {
    /// Held until the item itself is finished.
    static final int OWN_FINISH = -1;

    /// Never given back.
    static final int NEVER = -2;

    private final int[] at;
    private final List<WorkWays.Way> ways = new ArrayList<>();

    /// Filled once somebody asks.
    private int @Nullable [] crew;

    private int[] number;
    private int[] holdAt;
    long[] work;
    OpenTime[] open;
    private final Holds holds = new Holds();

    Ways(SchedulingProblem problem, TeamTime time, Capacities capacities) {
        var items = problem.items();
        at = new int[items.size() + 1];
        work = new long[items.size()];
        open = new OpenTime[items.size()];
        number = new int[items.size()];
        holdAt = new int[items.size() + 1];
        for (int item = 0; item < items.size(); item++) {
            var found = WorkWays.of(items.get(item), problem.team());
            for (int each = 0; each < found.size(); each++) {
                var hours = time.of(found.get(each).owners(), items.get(item).demands());
                long length = Model.seconds(problem.basis().of(found.get(each).estimate()));
                take(new Found(items.get(item), found.get(each), each, length), hours, capacities);
            }
            at[item + 1] = ways.size();
        }
    }

    /// A way to do an item, its number among all of them and its working time.
    private record Found(WorkItem item, WorkWays.Way way, int number, long length) {}

    private void take(Found found, OpenTime hours, Capacities capacities) {
        if (hours.everOpens() && hours.everFits(found.length)) {
            add(found, hours);
            holdAt[ways.size()] = capacities.hold(found.item, found.way, found.length, holds);
        }
    }

    private void add(Found found, OpenTime hours) {
        int place = ways.size();
        if (place == work.length) {
            work = Arrays.copyOf(work, 2 * place);
            open = Arrays.copyOf(open, 2 * place);
            number = Arrays.copyOf(number, 2 * place);
            holdAt = Arrays.copyOf(holdAt, 2 * place + 1);
        }
        ways.add(found.way);
        work[place] = found.length;
        open[place] = hours;
        number[place] = found.number;
    }

    /// Ways of an item: from this number to `end`, which is outside.
    int first(int item) {
        return at[item];
    }

    int end(int item) {
        return at[item + 1];
    }

    int count(int item) {
        return at[item + 1] - at[item];
    }

    WorkWays.Way way(int way) {
        return ways.get(way);
    }

    /// Its number among all ways of its item, as [WorkWays] counts.
    int number(int way) {
        return number[way];
    }

    /// Equal for ways of the same owners.
    int crew(int way) {
        var known = crew;
        if (known == null) {
            known = crews();
            crew = known;
        }
        return known[way];
    }

    int holdStart(int way) {
        return holdAt[way];
    }

    int holdEnd(int way) {
        return holdAt[way + 1];
    }

    int capacity(int hold) {
        return holds.capacity[hold];
    }

    long amount(int hold) {
        return holds.amount[hold];
    }

    /// The item whose finish gives it back, or [#OWN_FINISH], or [#NEVER].
    int until(int hold) {
        return holds.until[hold];
    }

    private int[] crews() {
        Map<List<?>, Integer> known = new HashMap<>();
        int[] crews = new int[ways.size()];
        for (int way = 0; way < crews.length; way++) {
            crews[way] = known.computeIfAbsent(ways.get(way).owners(), _ -> known.size());
        }
        return crews;
    }

    /// What is held, as it is found.
    static final class Holds {
        private int begin;
        private int count;
        private int[] capacity = new int[16];
        private long[] amount = new long[16];
        private int[] until = new int[16];

        /// Goes on to the next way.
        void next() {
            begin = count;
        }

        int count() {
            return count;
        }

        /// Adds to what the way holds already in the same way.
        void add(int which, long much, int end) {
            for (int hold = begin; hold < count; hold++) {
                if (capacity[hold] == which && until[hold] == end) {
                    amount[hold] += much;
                    return;
                }
            }
            if (count == capacity.length) {
                capacity = Arrays.copyOf(capacity, 2 * count);
                amount = Arrays.copyOf(amount, 2 * count);
                until = Arrays.copyOf(until, 2 * count);
            }
            capacity[count] = which;
            amount[count] = much;
            until[count++] = end;
        }
    }
}
