package muster.risk;

/// An upper bound for the times of all iterations: everything takes as long as it can, every event happens, every
/// repetition goes on to its last round, one activity of its body after the other.
final class Longest {
    /// About three months.
    static final long FIRST_HORIZON = 1L << 23;

    /// About 34 years: sums of two times fit into 32 bits.
    static final long LAST_HORIZON = 1L << 30;

    private final Layout layout;
    private final long horizon;
    private final long[] finish;

    Longest(Layout layout, long horizon) {
        this.layout = layout;
        this.horizon = horizon;
        this.finish = new long[layout.size()];
    }

    /// True if no iteration gets beyond the horizon.
    boolean fits() {
        for (int activity = 0; activity < finish.length; activity++) {
            long first = Math.max(after(activity, ready(activity)), layout.logic.finishFrom(activity));
            finish[activity] = passed(activity, first);
            if (finish[activity] >= horizon) {
                return false;
            }
        }
        return true;
    }

    private long ready(int activity) {
        long ready = layout.logic.release(activity);
        var needs = layout.logic.needs();
        for (int need = needs.from(activity); need < needs.until(activity); need++) {
            ready = Math.max(ready, finish[needs.values()[need]]);
        }
        var others = layout.logic.others();
        for (int other = others.from(activity); other < others.until(activity); other++) {
            int number = others.values()[other];
            long lag = Math.max(0, layout.logic.arc(number).lag());
            ready = Math.max(ready, moved(activity, finish[layout.logic.from(number)], lag));
        }
        return ready;
    }

    private long after(int activity, long ready) {
        double work = layout.happenings.greatest(activity, layout.durations.greatest(activity));
        return moved(activity, ready, (long) Math.ceil(work) + 1);
    }

    private long moved(int activity, long from, long work) {
        var axis = layout.axis(activity);
        if (axis == null) {
            return Math.min(horizon, from + work);
        }
        return axis.fits(from, work) ? axis.latestFinish((int) from, (int) work) : horizon;
    }

    /// The end of all rounds of an activity's own repetition.
    private long passed(int activity, long finish) {
        int repetition = layout.repeats.of(activity);
        long time = finish;
        for (int round = repetition < 0 ? Integer.MAX_VALUE : 1;
                time < horizon && round < (repetition < 0 ? 0 : layout.repeats.most(repetition));
                round++) {
            time = after(activity, round(repetition, time));
        }
        return time;
    }

    private long round(int repetition, long begin) {
        long time = begin;
        for (int activity : layout.repeats.body(repetition).activities()) {
            time = time < horizon ? passed(activity, after(activity, time)) : time;
        }
        return time;
    }
}
