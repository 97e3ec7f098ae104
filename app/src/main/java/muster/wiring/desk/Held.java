package muster.wiring.desk;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import muster.coordination.TeamWait;
import muster.plan.TaskId;
import muster.review.Wording;
import muster.run.Hold;
import muster.run.RunState;
import muster.run.StepState;
import tools.jackson.databind.node.ObjectNode;

/// How claims and states are written.
public final class Held {
    /// Heartbeats in one lease: two may be lost before the lease is.
    private static final int BEATS = 3;

    private Held() {}

    static ObjectNode put(ObjectNode fields, Hold hold) {
        fields.put("holder", hold.by().value())
                .put("fence", hold.fence())
                .put("since", hold.since().toString())
                .put("lease_until", hold.until().toString())
                .put("heartbeat_every", every(hold).toString());
        if (hold.deadline() != null) {
            fields.put("deadline", hold.deadline().toString());
        }
        var writes = fields.putArray("writes");
        hold.writes().forEach(writes::add);
        return fields;
    }

    /// What the holder has to know and say; empty if nobody holds it.
    public static String words(RunState state, TaskId task) {
        var hold = state.claims().hold(task);
        return hold == null
                ? ""
                : " (fence " + hold.fence() + ", lease until " + hold.until().truncatedTo(ChronoUnit.SECONDS)
                        + ", a heartbeat every " + Wording.of(every(hold)) + ")";
    }

    static Duration every(Hold hold) {
        return hold.length().dividedBy(BEATS);
    }

    /// A constant as it is written.
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Where a run stands; one that can only wait for its team is waiting.
    public static String word(RunState run) {
        return TeamWait.alone(run) ? "waiting" : word(run.status());
    }

    /// Where a step stands.
    public static String word(StepState state) {
        return state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
