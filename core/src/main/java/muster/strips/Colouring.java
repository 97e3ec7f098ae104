package muster.strips;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The facts and operators of a task as a graph whose vertices are told apart by their surroundings (colour
/// refinement). Colours are hashes of what is around a vertex, so that those of two colourings can be compared.
final class Colouring {
    private static final long PRE = 0x9E3779B97F4A7C15L;
    private static final long ADD = 0xC2B2AE3D27D4EB4FL;
    private static final long DEL = 0x165667B19E3779F9L;

    private final CompactTask task;
    final long[] fact;
    final long[] operator;
    private int classes;

    private Colouring(CompactTask task, long[] fact, long[] operator, int classes) {
        this.task = task;
        this.fact = fact;
        this.operator = operator;
        this.classes = classes;
    }

    /// Facts of the goal differ from others; operators differ by their cost and their numeric side.
    static Colouring of(CompactTask task) {
        long[] fact = new long[task.facts];
        Arrays.fill(fact, 1);
        for (int wanted : task.goal) {
            fact[wanted] = 2;
        }
        long[] operator = new long[task.operators()];
        for (int each = 0; each < operator.length; each++) {
            operator[each] = mix(task.cost[each] + PRE * task.numeric.signature(each));
        }
        return new Colouring(task, fact, operator, 0);
    }

    /// This colouring with one fact unlike all others.
    Colouring marked(int one) {
        long[] marked = fact.clone();
        marked[one] = mix(marked[one] ^ DEL);
        return new Colouring(task, marked, operator.clone(), classes);
    }

    /// Refines until nothing more is told apart, and says how many vertices and edges were visited.
    long refine() {
        long work = 0;
        for (int before = -1; classes != before && classes < fact.length; ) {
            before = classes;
            colourOperators();
            colourFacts();
            classes = count();
            work += fact.length
                    + operator.length
                    + 2L * (task.pre.item.length + task.add.item.length + task.del.item.length);
        }
        return work;
    }

    /// True if every fact has a colour of its own.
    boolean discrete() {
        return classes == fact.length;
    }

    /// True if both have the same colours as often.
    boolean matches(Colouring other) {
        if (classes != other.classes) {
            return false;
        }
        long[] mine = fact.clone();
        long[] others = other.fact.clone();
        Arrays.sort(mine);
        Arrays.sort(others);
        return Arrays.equals(mine, others);
    }

    /// The first fact whose colour is not its own alone; there must be one.
    int firstShared() {
        long[] sorted = fact.clone();
        Arrays.sort(sorted);
        for (int each = 0; ; each++) {
            int place = Arrays.binarySearch(sorted, fact[each]);
            boolean left = place > 0 && sorted[place - 1] == fact[each];
            boolean right = place + 1 < sorted.length && sorted[place + 1] == fact[each];
            if (left || right) {
                return each;
            }
        }
    }

    /// A fact of a colour: the preferred one if it has it, else the first.
    int like(long colour, int preferred) {
        int like = preferred;
        for (int each = 0; fact[like] != colour && each < fact.length; each++) {
            like = fact[each] == colour ? each : like;
        }
        return like;
    }

    /// What each fact becomes if it becomes the fact of the same colour in another colouring; both must be discrete
    /// and match.
    int[] onto(Colouring other) {
        Map<Long, Integer> byColour = HashMap.newHashMap(fact.length);
        for (int each = 0; each < fact.length; each++) {
            byColour.put(other.fact[each], each);
        }
        return Arrays.stream(fact).mapToInt(byColour::get).toArray();
    }

    private void colourOperators() {
        for (int each = 0; each < operator.length; each++) {
            operator[each] = mix(operator[each]
                    + around(task.pre, each, PRE)
                    + around(task.add, each, ADD)
                    + around(task.del, each, DEL));
        }
    }

    private long around(Rows rows, int each, long kind) {
        long sum = 0;
        for (int at = rows.start[each]; at < rows.start[each + 1]; at++) {
            sum += mix(fact[rows.item[at]] ^ kind);
        }
        return sum;
    }

    private void colourFacts() {
        long[] sum = new long[fact.length];
        spread(task.pre, PRE, sum);
        spread(task.add, ADD, sum);
        spread(task.del, DEL, sum);
        for (int each = 0; each < fact.length; each++) {
            fact[each] = mix(fact[each] * ADD + sum[each]);
        }
    }

    private void spread(Rows rows, long kind, long[] sum) {
        for (int each = 0; each < operator.length; each++) {
            long colour = mix(operator[each] ^ kind);
            for (int at = rows.start[each]; at < rows.start[each + 1]; at++) {
                sum[rows.item[at]] += colour;
            }
        }
    }

    private int count() {
        long[] sorted = fact.clone();
        Arrays.sort(sorted);
        int count = sorted.length == 0 ? 0 : 1;
        for (int at = 1; at < sorted.length; at++) {
            count += sorted[at] == sorted[at - 1] ? 0 : 1;
        }
        return count;
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 32) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }
}
