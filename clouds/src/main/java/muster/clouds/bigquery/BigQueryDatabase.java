package muster.clouds.bigquery;

import com.google.cloud.bigquery.BigQuery;
import java.time.Instant;
import java.util.List;
import muster.clouds.calls.Retries;
import muster.clouds.calls.Unanswered;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.DataProbe;
import muster.plan.Probe;
import muster.plan.Probing;
import muster.probes.cloud.RemoteDatabase;
import muster.yaml.ServiceSpec.Writing;

/// A data set of BigQuery. What it lists and tells of tables is free; what it reads is estimated first.
public final class BigQueryDatabase implements RemoteDatabase {
    private final Dataset dataset;
    private final TableChecks tables;
    private final ListingCheck listings;
    private final QueryCheck queries;
    private final ScratchTable scratch;
    private final Forecast forecast;

    public BigQueryDatabase(BigQuery client, Retries retries, DatasetName name, Writing writing) {
        var jobs = new Queries(client, retries, name.project());
        dataset = new Dataset(client, retries, name.project(), name.dataset());
        tables = new TableChecks(dataset, jobs);
        listings = new ListingCheck(dataset, jobs);
        queries = new QueryCheck(jobs);
        scratch = new ScratchTable(dataset, jobs, writing);
        forecast = new Forecast(dataset, jobs);
    }

    @FunctionalInterface
    private interface Check {
        List<Observation> made() throws Unanswered, InterruptedException;
    }

    private static List<Observation> with(String kind, String target, Check check) throws InterruptedException {
        try {
            return check.made();
        } catch (Unanswered e) {
            return List.of(e.observed(kind, target));
        }
    }

    @Override
    public List<Observation> of(DataProbe probe, Probing probing, Instant now) throws InterruptedException {
        return switch (probe) {
            case DataProbe.Answers answers -> with("database", probe.target(), () -> answers(answers));
            case DataProbe.Query query -> with("query", probe.target(), () -> queries.of(query, probing));
            case DataProbe.TableState state -> with("table", probe.target(), () -> tables.of(state, probing, now));
            case DataProbe.Conserved conserved -> with("conserved", probe.target(), () -> listings.of(conserved));
        };
    }

    private List<Observation> answers(DataProbe.Answers probe) throws Unanswered, InterruptedException {
        dataset.there();
        return List.of(
                probe.version() == null
                        ? Observation.pass(
                                "database",
                                probe.target(),
                                AssuranceLevel.REFERENCES_RESOLVE,
                                "data set " + dataset.name() + " answers")
                        : Observation.inconclusive(
                                "database", probe.target(), "BigQuery answers; it has no version of its own"));
    }

    @Override
    public Observation estimate(Probe probe, Probing.Budget budget) throws InterruptedException {
        return with("estimate", probe.target(), () -> List.of(forecast.of(probe, budget)))
                .getFirst();
    }

    @Override
    public List<Observation> of(Probe.Table probe) throws InterruptedException {
        return with("table", probe.target(), () -> tables.of(probe));
    }

    @Override
    public List<Observation> of(Probe.ScratchTable probe, Instant now) throws InterruptedException {
        return scratch.of(probe, now);
    }

    @Override
    public List<Observation> of(Probe.Listing probe) throws InterruptedException {
        return with("listing", probe.target(), () -> listings.of(probe));
    }
}
