package muster.wiring.desk;

import java.time.Duration;
import muster.desk.WrongField;

/// How long somebody waits for news of a run.
///
/// @param until by [System#nanoTime]
record Patience(long until) {
    /// Longer waits are cut off by what lies between a client and a server.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /// How often it is looked again although nothing was appended: clocks make steps ready, too.
    private static final Duration OFTEN = Duration.ofSeconds(2);

    static Patience of(Duration most) {
        if (most.isNegative() || most.compareTo(LONGEST) > 0) {
            throw new WrongField("'wait' takes up to " + LONGEST + ", got " + most);
        }
        return new Patience(System.nanoTime() + most.toNanos());
    }

    /// Waits until there may be news; false once the time is over.
    boolean await(Bells.Bell bell) throws InterruptedException {
        var left = Duration.ofNanos(until - System.nanoTime());
        if (!left.isPositive()) {
            return false;
        }
        bell.await(left.compareTo(OFTEN) < 0 ? left : OFTEN);
        return true;
    }
}
