package muster.schedule;

import java.util.Comparator;

/// Generates schedules from several priorities, improves each by shifting back and forth, and keeps the shortest. The
/// first priority is the latest finish on the critical path network, then the latest start; the others blur it. The
/// blur
/// comes from a fixed sequence, and work is counted in schedules, so that the outcome does not depend on the machine.
final class Improvement {
    /// Mean gap to the best known on PSPLIB j30, j60, j120: 1 start 3.8, 4.2, 9.4 %; 20 starts 1.1, 2.3, 7.1 %; 100
    /// starts
    /// 1.0, 1.8, 6.4 %.
    private static final int STARTS = 20;

    /// How far an item may be moved in the order, as a share of the network's length; 0.1 was worse, 0.5 no better.
    private static final double BLUR = 0.25;

    private final Model model;
    private final CriticalPathMethod network;

    private Improvement(Model model, CriticalPathMethod network) {
        this.model = model;
        this.network = network;
    }

    static SerialGeneration shortest(Model model, CriticalPathMethod network) {
        var improvement = new Improvement(model, network);
        var best = improvement.improved(0);
        for (int start = 1; start < STARTS && best.end() > network.end; start++) {
            var next = improvement.improved(start);
            best = next.end() < best.end() ? next : best;
        }
        return best;
    }

    private SerialGeneration improved(int start) {
        var best = new SerialGeneration(model, priority(start));
        while (true) {
            var late = new RightShift(model, best);
            var next = new SerialGeneration(model, Comparator.comparingLong(item -> late.start[item]));
            if (next.end() >= best.end()) {
                return best;
            }
            best = next;
        }
    }

    private Comparator<Integer> priority(int start) {
        double reach = start == 0 ? 0 : BLUR * (network.end - model.start);
        return Comparator.<Integer>comparingLong(
                        item -> network.latestFinish[item] + (long) (reach * share(start, item)))
                .thenComparingLong(item -> network.latestStart[item]);
    }

    /// A number from 0 to 1 that looks random: the mixing function of SplitMix64 (Steele, Lea and Flood 2014).
    private static double share(long start, long item) {
        long mixed = (start << 32 | item) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
