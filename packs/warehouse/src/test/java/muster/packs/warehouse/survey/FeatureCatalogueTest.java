package muster.packs.warehouse.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import muster.packs.warehouse.Scratch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCatalogueTest {
    @TempDir
    Path folder;

    @Test
    void everyColumnOfEveryTableHasALine() throws Exception {
        var scratch = Scratch.empty(folder);
        scratch.execute(
                "CREATE TABLE agg_idx_eurusd(interval_time TIMESTAMP, agg_mean_45 DOUBLE)",
                "INSERT INTO agg_idx_eurusd VALUES (TIMESTAMP '2025-01-01', 1)",
                "CREATE TABLE base_bqx_eurusd(interval_time TIMESTAMP, bqx_45 DOUBLE, target_bqx45_h15 DOUBLE)",
                "CREATE TABLE lag_eurusd_45(\"Close,lag\" DOUBLE)",
                "CREATE VIEW old AS SELECT * FROM agg_idx_eurusd");

        var figures = Scratch.figures(scratch.perform("catalogue", "csv=c.csv"));

        assertThat(figures)
                .containsEntry("tables", "3")
                .containsEntry("columns", "6")
                .containsEntry("features", "3")
                .containsEntry("features.lag", "1");
        assertThat(Files.readAllLines(folder.resolve("c.csv")))
                .containsExactly(
                        "table,family,variant,column,type,kind,rows,table_codes,column_codes",
                        "agg_idx_eurusd,agg,idx,agg_mean_45,DOUBLE,feature,1,,",
                        "agg_idx_eurusd,agg,idx,interval_time,TIMESTAMP,reserved,1,,",
                        "base_bqx_eurusd,base,bqx,bqx_45,DOUBLE,feature,0,,SHAPE",
                        "base_bqx_eurusd,base,bqx,interval_time,TIMESTAMP,reserved,0,,",
                        "base_bqx_eurusd,base,bqx,target_bqx45_h15,DOUBLE,target,0,,WINDOW_MISSING",
                        "lag_eurusd_45,lag,idx,\"Close,lag\",DOUBLE,feature,0,VARIANT_MISSING|WINDOW_SUFFIX,CASE|SEPARATOR|WINDOW_MISSING");
    }
}
