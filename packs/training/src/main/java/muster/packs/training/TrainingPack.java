package muster.packs.training;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import muster.pack.Pack;
import muster.pack.PackAction;
import muster.packs.training.extract.Extract;
import muster.packs.training.merge.WideMerge;
import muster.packs.training.validate.ValidateTraining;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.WarehouseAccess;

/// The pack named `training`. Its actions belong to the warehouse by name; those that work on files alone are given an
/// engine in memory as their warehouse.
public final class TrainingPack {

    private TrainingPack() {}

    /// @param folder files named by arguments lie below it
    public static Pack pack(WarehouseAccess access, Path folder) {
        return pack(folder, InstantSource.system(), access, SessionAction::over);
    }

    /// The pack as a person uses it: a wrong argument is thrown.
    public static Pack byHand(WarehouseAccess access, Path folder, InstantSource clock) {
        return pack(folder, clock, access, SessionAction::byHand);
    }

    /// The pack whose actions change nothing.
    ///
    /// @param told what an action would do
    public static Pack rehearsal(WarehouseAccess access, Path folder, Consumer<String> told) {
        return pack(folder, InstantSource.system(), access, (action, way) -> action.rehearsed(way, told));
    }

    private static Pack pack(
            Path folder,
            InstantSource clock,
            WarehouseAccess access,
            BiFunction<SessionAction, WarehouseAccess, PackAction> way) {
        var actions = new TreeMap<String, PackAction>();
        actions.put("warehouse.extract", way.apply(Extract.of(clock, folder), access));
        actions.put(
                "warehouse.merge",
                way.apply(
                        new WideMerge(folder)
                                .knowing(
                                        "files",
                                        "spine",
                                        "out",
                                        "key",
                                        "names",
                                        "without",
                                        "gaps",
                                        "warm-up",
                                        "outside",
                                        "parallel"),
                        DuckDbFile::inMemory));
        actions.put(
                "warehouse.validate-training",
                way.apply(
                        new ValidateTraining(folder)
                                .knowing("file", "key", "contract", "nulls", "targets", "from", "until", "gap"),
                        DuckDbFile::inMemory));
        return new Pack("training", actions);
    }
}
