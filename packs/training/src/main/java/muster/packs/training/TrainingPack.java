package muster.packs.training;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.pack.Pack;
import muster.pack.PackAction;
import muster.packs.training.extract.Extract;
import muster.packs.training.merge.WideMerge;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.sql.WarehouseAccess;

/// The pack named `training`. Its actions belong to the warehouse by name; those that work on files alone are given an
/// engine in memory as their warehouse.
public final class TrainingPack {

    private TrainingPack() {}

    /// @param folder files named by arguments lie below it
    public static Pack pack(WarehouseAccess access, Path folder) {
        return pack(folder, action -> action.over(access));
    }

    /// The pack as a person uses it: a wrong argument is thrown.
    public static Pack byHand(WarehouseAccess access, Path folder) {
        return pack(folder, action -> action.byHand(access));
    }

    /// The pack whose actions change nothing.
    ///
    /// @param told what an action would do
    public static Pack rehearsal(WarehouseAccess access, Path folder, Consumer<String> told) {
        return pack(folder, action -> action.rehearsed(access, told));
    }

    private static Pack pack(Path folder, Function<SessionAction, PackAction> way) {
        return new Pack(
                "training",
                actions(folder).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> way.apply(each.getValue()))));
    }

    private static Map<String, SessionAction> actions(Path folder) {
        var actions = new TreeMap<String, SessionAction>();
        actions.put("warehouse.extract", new Extract(folder));
        actions.put("warehouse.merge", new WideMerge(folder));
        return actions;
    }
}
