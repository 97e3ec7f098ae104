package muster.packs.bigquery;

import com.google.cloud.bigquery.JobStatistics.QueryStatistics;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the jobs of a connection have read and were billed for, and what one of them may be billed for.
final class Meter {
    private static final Long NOTHING = 0L;

    private final long ceiling;
    private long most;
    private long read;
    private long billed;

    /// @param ceiling bytes that no job is billed more than
    Meter(long ceiling) {
        this.ceiling = ceiling;
        this.most = ceiling;
    }

    /// From now on a job is billed no more than this, and never more than the ceiling.
    void limit(long bytes) {
        most = Math.min(ceiling, bytes);
    }

    long most() {
        return most;
    }

    void count(QueryStatistics done) {
        read += Objects.requireNonNullElse(done.getTotalBytesProcessed(), NOTHING);
        billed += Objects.requireNonNullElse(done.getTotalBytesBilled(), NOTHING);
    }

    /// Bytes that were read, and those that were billed.
    List<@Nullable String> row() {
        return List.of(Long.toString(read), Long.toString(billed));
    }
}
