package muster.clouds.bigquery;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryException;
import com.google.cloud.bigquery.FieldValueList;
import com.google.cloud.bigquery.Job;
import com.google.cloud.bigquery.JobId;
import com.google.cloud.bigquery.JobInfo;
import com.google.cloud.bigquery.JobStatistics.QueryStatistics;
import com.google.cloud.bigquery.JobStatus;
import com.google.cloud.bigquery.QueryJobConfiguration;
import com.google.cloud.bigquery.TableId;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import muster.clouds.bigquery.Estimate.Effect;
import muster.clouds.calls.Retries;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;
import org.jspecify.annotations.Nullable;

/// Statements as jobs. A job has an id that is known before it is sent, so that one whose answer is lost is found again
/// and not run twice.
record Queries(BigQuery client, Retries retries, String project) {
    /// Enough to prove anything; more rows are not fetched.
    private static final long MOST_ROWS = 100_000;

    private static final int PAGE = 1_000;

    /// What the statement will read.
    Estimate estimate(String sql) throws Unanswered, InterruptedException {
        var statistics = dry(sql);
        var bytes = statistics.getTotalBytesProcessed();
        var type = String.valueOf(statistics.getStatementType());
        return new Estimate(bytes == null ? 0 : bytes, type.equals("SELECT") ? Effect.READS : Effect.WRITES);
    }

    private QueryStatistics dry(String sql) throws Unanswered, InterruptedException {
        var dry = QueryJobConfiguration.newBuilder(sql)
                .setDryRun(true)
                .setUseLegacySql(false)
                .build();
        var job = retries.of(() -> BigQueryFailures.of(() -> client.create(JobInfo.of(dry))));
        if (job.getStatistics() instanceof QueryStatistics statistics) {
            return statistics;
        }
        throw Unanswered.because(Why.BROKEN, "the dry run tells nothing of the query");
    }

    /// The tables that a statement reads, as a dry run tells; none if it does not.
    List<TableId> tables(String sql) throws Unanswered, InterruptedException {
        var referenced = dry(sql).getReferencedTables();
        return referenced == null ? List.of() : List.copyOf(referenced);
    }

    /// Rows of a query.
    ///
    /// @param mostBytes that may be billed, none for any
    List<List<@Nullable String>> rows(String sql, @Nullable Long mostBytes) throws Unanswered, InterruptedException {
        var job = done(sql, mostBytes);
        return retries.of(() -> BigQueryFailures.of(() -> read(job)));
    }

    /// Carries a statement out.
    void run(String sql) throws Unanswered, InterruptedException {
        done(sql, null);
    }

    private static List<List<@Nullable String>> read(Job job) throws InterruptedException {
        var rows = new ArrayList<List<@Nullable String>>();
        var result = job.getQueryResults(BigQuery.QueryResultsOption.pageSize(PAGE));
        for (var row : result.iterateAll()) {
            rows.add(texts(row));
            if (rows.size() >= MOST_ROWS) {
                return rows;
            }
        }
        return rows;
    }

    private static List<@Nullable String> texts(FieldValueList row) {
        var texts = new ArrayList<@Nullable String>();
        row.forEach(value -> texts.add(value.isNull() ? null : String.valueOf(value.getValue())));
        return texts;
    }

    /// A job that was refused because there were too many needs another id; what it asks for is the same.
    private Job done(String sql, @Nullable Long mostBytes) throws Unanswered, InterruptedException {
        var configuration = QueryJobConfiguration.newBuilder(sql)
                .setUseLegacySql(false)
                .setMaximumBytesBilled(mostBytes)
                .build();
        var name = "muster_probe_" + UUID.randomUUID();
        var tries = new AtomicInteger();
        return retries.of(() -> {
            var id = JobId.newBuilder()
                    .setProject(project)
                    .setJob(name + "_" + tries.incrementAndGet())
                    .build();
            return ended(retries.of(() -> BigQueryFailures.of(() -> sent(id, configuration))));
        });
    }

    private Job sent(JobId id, QueryJobConfiguration configuration) {
        try {
            return client.create(JobInfo.of(id, configuration));
        } catch (BigQueryException e) {
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
            return client.getJob(id);
        }
    }

    private Job ended(Job sent) throws Unanswered, InterruptedException {
        var last = new ArrayList<>(List.of(sent));
        boolean ended = retries.eventually(() -> {
            if (!isDone(last.getLast())) {
                last.add(retries.of(() -> BigQueryFailures.of(() -> client.getJob(sent.getJobId()))));
            }
            return isDone(last.getLast());
        });
        if (!ended) {
            cancel(sent.getJobId());
            throw Unanswered.because(Why.BROKEN, "the job has not ended before the deadline and was cancelled");
        }
        var error = last.getLast().getStatus().getError();
        if (error != null) {
            throw BigQueryFailures.failure(error);
        }
        return last.getLast();
    }

    private void cancel(JobId id) {
        try {
            client.cancel(id);
        } catch (BigQueryException _) {
            // It goes on then; there is nobody left to wait for it.
        }
    }

    private static boolean isDone(Job job) {
        return job.getStatus() != null
                && JobStatus.State.DONE.equals(job.getStatus().getState());
    }
}
