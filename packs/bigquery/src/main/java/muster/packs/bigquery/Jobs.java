package muster.packs.bigquery;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryException;
import com.google.cloud.bigquery.Job;
import com.google.cloud.bigquery.JobId;
import com.google.cloud.bigquery.JobInfo;
import com.google.cloud.bigquery.JobStatistics.QueryStatistics;
import com.google.cloud.bigquery.JobStatus;
import com.google.cloud.bigquery.QueryJobConfiguration;
import com.google.cloud.bigquery.TableResult;
import java.net.HttpURLConnection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import muster.packs.warehouse.sql.BigQueryDialect;
import org.jspecify.annotations.Nullable;

/// Statements as jobs. A job has an id that follows from the name of its statement, so that whoever sends it again
/// finds it; one that has failed keeps its id, and the next try bears the next number.
record Jobs(BigQuery client, DataSet dataset, Waiting waiting, Meter meter) {
    private static final int TRIES = 8;
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(16);
    private static final long PAGE = 10_000;

    /// Whether a job was sent now or had been sent before.
    private enum Origin {
        SENT,
        FOUND
    }

    private record Sent(Job job, Origin origin) {}

    /// Carries a statement out and answers its rows.
    ///
    /// @param name under which it is done once; null if it may be done again
    Answer run(String sql, @Nullable String name) throws SQLException, InterruptedException {
        var configuration =
                configuration(sql).setMaximumBytesBilled(meter.most()).build();
        var id = BigQueryDialect.JOBS + (name == null ? UUID.randomUUID().toString() : name);
        int refused = 0;
        for (int number = 1; ; number++) {
            var named = id(id + (number == 1 ? "" : "_" + number));
            var sent = sent(named, configuration);
            var job = ended(named, sent.job());
            var error = job.getStatus().getError();
            if (error == null) {
                meter.count(job.getStatistics());
                return rows(job);
            }
            if (sent.origin() == Origin.FOUND) {
                continue;
            }
            refused++;
            if (!Refusals.mayPass(error) || refused == TRIES) {
                throw Refusals.of(error);
            }
            waiting.pause(pause(refused));
        }
    }

    /// What a query would read, and of which kind it is. This costs nothing.
    Answer dry(String sql) throws SQLException, InterruptedException {
        var configuration = configuration(sql).setDryRun(true).build();
        var job = tried(() -> client.create(JobInfo.of(configuration)));
        QueryStatistics statistics = job.getStatistics();
        var row = new ArrayList<@Nullable String>();
        row.add(String.valueOf(statistics.getTotalBytesProcessed()));
        row.add(String.valueOf(statistics.getStatementType()));
        return Answer.of(2, List.of(row));
    }

    private QueryJobConfiguration.Builder configuration(String sql) {
        return QueryJobConfiguration.newBuilder(sql).setUseLegacySql(false).setDefaultDataset(dataset.id());
    }

    private JobId id(String job) {
        return JobId.newBuilder()
                .setProject(dataset.id().getProject())
                .setLocation(dataset.location())
                .setJob(job)
                .build();
    }

    private Sent sent(JobId id, QueryJobConfiguration configuration) throws SQLException, InterruptedException {
        return tried(() -> {
            try {
                return new Sent(whole(client.create(JobInfo.of(id, configuration)), id), Origin.SENT);
            } catch (BigQueryException e) {
                if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                    throw e;
                }
                return new Sent(whole(client.getJob(id), id), Origin.FOUND);
            }
        });
    }

    private Job ended(JobId id, Job sent) throws SQLException, InterruptedException {
        var job = sent;
        for (int looked = 1; !JobStatus.State.DONE.equals(job.getStatus().getState()); looked++) {
            waiting.pause(pause(Math.min(looked, TRIES)));
            try {
                job = tried(() -> whole(client.getJob(id), id));
            } catch (SQLException e) {
                throw Refusals.unknown("what became of job " + id.getJob() + " is not known: " + e.getMessage(), e);
            }
        }
        return job;
    }

    /// A job that is said to be there and is not, or has no state, is asked for again.
    private static Job whole(@Nullable Job job, JobId id) {
        if (job == null || job.getStatus() == null) {
            throw new BigQueryException(
                    HttpURLConnection.HTTP_UNAVAILABLE, "job " + id.getJob() + " is not to be found");
        }
        return job;
    }

    /// Asks again what may pass by itself.
    <T> T tried(Callable<T> call) throws SQLException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return call.call();
            } catch (BigQueryException e) {
                if (!Refusals.mayPass(e)) {
                    throw Refusals.of(e);
                }
                if (tries == TRIES) {
                    throw Refusals.unknown(
                            "asked " + TRIES + " times: " + Refusals.of(e).getMessage(), e);
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                throw new SQLException(Refusals.shown(String.valueOf(e.getMessage())), e);
            }
            waiting.pause(pause(tries));
        }
    }

    private static Duration pause(int tries) {
        var wait = FIRST_WAIT.multipliedBy(1L << (tries - 1));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private Answer rows(Job job) throws SQLException, InterruptedException {
        QueryStatistics statistics = job.getStatistics();
        if (!"SELECT".equals(String.valueOf(statistics.getStatementType()))) {
            return Answer.none();
        }
        TableResult result = tried(() -> job.getQueryResults(BigQuery.QueryResultsOption.pageSize(PAGE)));
        var schema = result.getSchema();
        return schema == null ? Answer.none() : new Answer(schema.getFields().size(), new Pages(this, result, schema));
    }
}
