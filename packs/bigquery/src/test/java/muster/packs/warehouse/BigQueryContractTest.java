package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import muster.packs.bigquery.Doubled;
import org.junit.jupiter.api.AfterEach;

/// What every engine has to keep, kept by BigQuery as far as a double can tell.
class BigQueryContractTest extends WarehouseContract implements MergeContract, DropContract, SagaContract {
    private final List<Doubled> doubles = new ArrayList<>();

    @Override
    public Scratch empty() {
        var doubled = new Doubled();
        doubles.add(doubled);
        return new Scratch(folder, doubled.access());
    }

    /// Names have letters, digits, spaces, and the dashes and underscores of Unicode.
    @Override
    String hostile() {
        return "cov -- DROP TABLE x é";
    }

    /// Fewer deaths than elsewhere, since a statement is some requests.
    @Override
    int callsBetweenDeaths() {
        return 7;
    }

    @AfterEach
    void everyRequestHadThePublishedShape() {
        doubles.forEach(doubled -> assertThat(doubled.loopback().complaints()).isEmpty());
        doubles.forEach(Doubled::close);
    }
}
