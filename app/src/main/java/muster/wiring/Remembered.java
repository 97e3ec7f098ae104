package muster.wiring;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import muster.audit.ProbeResult;
import muster.plan.HostProbe;
import muster.plan.Need;
import muster.probes.host.FileStamp;
import org.jspecify.annotations.Nullable;

/// What a run of a list of checks found.
///
/// @param begun when the run began
/// @param basis the files that all outcomes rest on, among them the list
record Remembered(Instant begun, List<Input> basis, List<Row> rows) {

    /// True if what all outcomes rest on is as it was.
    boolean counts() {
        return all(basis);
    }

    private static boolean all(List<Input> inputs) {
        for (var input : inputs) {
            if (!input.holds()) {
                return false;
            }
        }
        return true;
    }

    /// A file that an outcome rests on, as it was. Many commands rest on the same program: whether it has changed is
    /// looked up once.
    static final class Input {
        private final Path path;
        private final long[] stamp;
        private final Instant looked;
        private @Nullable Boolean held;

        /// @param stamp see [FileStamp#numbers]
        /// @param looked the stamp is not older than that
        Input(Path path, long[] stamp, Instant looked) {
            this.path = path;
            this.stamp = stamp;
            this.looked = looked;
        }

        /// The file as it is.
        static Input of(Path path, Instant looked) {
            return new Input(path, FileStamp.numbers(path), looked);
        }

        Path path() {
            return path;
        }

        long[] stamp() {
            return stamp;
        }

        Instant looked() {
            return looked;
        }

        /// True if it is as it was, and could not have changed unseen.
        boolean holds() {
            var known = held;
            if (known == null) {
                known = FileStamp.holds(path, stamp, looked);
                held = known;
            }
            return known;
        }
    }

    /// One outcome.
    ///
    /// @param port the probe itself if it is of a port, which costs less to look at than to remember
    /// @param inputs empty if nothing tells that the outcome would be the same
    record Row(
            String id,
            String target,
            String kind,
            ProbeResult result,
            Need need,
            CheckLine.Met met,
            String summary,
            Instant at,
            HostProbe.@Nullable Port port,
            List<Input> inputs) {
        /// True if everything that it rests on is as it was.
        boolean holds() {
            return !inputs.isEmpty() && all(inputs);
        }
    }
}
