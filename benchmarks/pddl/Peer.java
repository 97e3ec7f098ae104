import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongUnaryOperator;
import muster.strips.StripsTask;

/// Somebody else's planner on a grounded task.
interface Peer {

    /// @param plan positions of operators
    /// @param cpu nanoseconds of the searching thread
    /// @param failure `null` if there is a plan
    record Answer(List<Integer> plan, long cpu, String failure) {}

    /// @param times how often to plan in a row; the time is the mean
    /// @param cpuSince the thread's CPU time less the argument
    Answer plan(StripsTask task, int times, LongUnaryOperator cpuSince, BooleanSupplier stop);
}
