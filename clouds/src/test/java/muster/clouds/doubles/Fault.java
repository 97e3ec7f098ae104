package muster.clouds.doubles;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// Something that goes wrong with the next requests of a kind.
public record Fault(Kind kind, Answer answer, Predicate<Call> requests, AtomicInteger times) {

    /// How it goes wrong.
    public enum Kind {
        /// This answer is given in place of the right one, and nothing is done.
        ANSWERED,
        /// The right answer is cut in the middle.
        TRUNCATED,
        /// It is done and the answer is lost.
        LOST,
        /// No answer comes until the double is closed.
        SLOW
    }

    public static Fault status(int status, int times) {
        return answered(Answer.json(status, "{\"error\": {\"message\": \"injected\"}}"), times);
    }

    public static Fault answered(Answer answer, int times) {
        return new Fault(Kind.ANSWERED, answer, _ -> true, new AtomicInteger(times));
    }

    public static Fault of(Kind kind, int times) {
        return new Fault(kind, Answer.empty(500), _ -> true, new AtomicInteger(times));
    }

    public Fault when(Predicate<Call> some) {
        return new Fault(kind, answer, some, times);
    }

    boolean strikes(Call call) {
        return requests.test(call) && times.getAndDecrement() > 0;
    }
}
