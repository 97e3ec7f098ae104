package muster.packs.training.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.TreeMap;
import muster.packs.training.Desk;
import muster.packs.warehouse.WarehousePack;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.plan.TaskId;
import muster.run.ActionCall;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a market to a training file.
class TrainingFlowTest {
    @TempDir
    Path folder;

    @Test
    void generatedFeaturesBecomeATrainingFileWithoutDefects() throws Exception {
        var desk = new Desk(folder, new DuckDbFile(folder.resolve("w.duckdb")));
        var arguments = new TreeMap<String, String>();
        arguments.put("currencies", "eur,gbp,usd");
        arguments.put("families", "agg,mom,lag,reg,tri,var,mkt,der");
        arguments.put("windows", "45,90");
        arguments.put("rows", "2000");
        var setting = new WarehousePack.Setting(NamingStandard.m008(), InstantSource.system(), folder);
        var call = new ActionCall(new TaskId("t"), "k", 1, arguments, (share, what) -> {});
        var made = WarehousePack.pack(desk.access(), setting)
                .actions()
                .get("warehouse.generate")
                .perform(call);
        assertThat(made).isInstanceOf(ActionResult.Succeeded.class);

        desk.figures("extract", "to=files", "pair=eurusd");
        desk.figures(
                "merge",
                "files=files",
                "spine=files/base_bqx_eurusd.parquet",
                "out=eurusd.parquet",
                "names=prefixed",
                "without=pair,pair1,pair2,currency_family,scope,base_curr,quote_curr,cross_curr,curr1,curr2,curr3");

        assertThat(desk.figures("validate-training", "file=eurusd.parquet", "targets=14"))
                .containsEntry("rows", "2000")
                .containsEntry("targets", "14");
    }
}
