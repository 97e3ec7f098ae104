package muster.risk;

/// Runs repeated work, one lane at a time. Inside a body everything that is linked in any way is done one after the
/// other.
final class Rework {
    private final Layout layout;
    private final Batch batch;
    private final int[][] finish;
    private Scenario scenario;

    Rework(Layout layout, Batch batch, Scenario scenario) {
        this.layout = layout;
        this.batch = batch;
        this.scenario = scenario;
        finish = new int[layout.repeats.count()][];
        for (int repetition = 0; repetition < finish.length; repetition++) {
            finish[repetition] = new int[layout.repeats.body(repetition).activities().length];
        }
    }

    void under(Scenario other) {
        scenario = other;
    }

    /// When all rounds after the first are over, of a repetition whose first round ended at an instant.
    int run(int repetition, int lane, int begin, long path) {
        int rounds = scenario.isSettled(repetition) ? 1 : layout.repeats.rounds(repetition, batch, lane, path);
        int time = begin;
        for (int round = 2; round <= rounds; round++) {
            long inner = layout.repeats.path(repetition, path, round);
            int decision = layout.repeats.decision(repetition);
            time = done(decision, lane, body(repetition, lane, time, inner), inner);
        }
        return time;
    }

    private int body(int repetition, int lane, int begin, long path) {
        var body = layout.repeats.body(repetition);
        var ended = finish[repetition];
        int last = begin;
        for (int place = 0; place < ended.length; place++) {
            int activity = body.activities()[place];
            int time = done(activity, lane, ready(body, place, ended, begin), path);
            int inner = layout.repeats.of(activity);
            ended[place] = inner < 0 ? time : run(inner, lane, time, path);
            last = Math.max(last, ended[place]);
        }
        return last;
    }

    private static int ready(Repeats.Body body, int place, int[] ended, int begin) {
        int ready = begin;
        for (int need = body.needs().from(place); need < body.needs().until(place); need++) {
            ready = Math.max(ready, ended[body.needs().values()[need]]);
        }
        return ready;
    }

    private int done(int activity, int lane, int ready, long path) {
        int drawn = layout.durations.again(activity, batch, lane, path);
        int work = layout.happenings.stretched(activity, drawn, batch, lane);
        batch.cost[lane] += layout.price(activity, work);
        var axis = layout.axis(activity);
        return axis == null ? ready + work : axis.finish(axis.start(ready, work), work);
    }
}
