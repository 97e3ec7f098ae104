package muster.packs.warehouse;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import muster.pack.Pack;
import muster.pack.PackAction;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.change.AcceptPilot;
import muster.packs.warehouse.change.Consolidate;
import muster.packs.warehouse.change.Cost;
import muster.packs.warehouse.change.DropSources;
import muster.packs.warehouse.change.GraceViews;
import muster.packs.warehouse.change.Remediation;
import muster.packs.warehouse.change.Rename;
import muster.packs.warehouse.change.Rollback;
import muster.packs.warehouse.cost.Budget;
import muster.packs.warehouse.features.Generate;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.prove.Prove;
import muster.packs.warehouse.sql.WarehouseAccess;
import muster.packs.warehouse.survey.Certify;
import muster.packs.warehouse.survey.DetectVariants;
import muster.packs.warehouse.survey.FeatureCatalogue;
import muster.packs.warehouse.survey.Inventory;
import muster.packs.warehouse.survey.Validate;

/// The pack named `warehouse`.
public final class WarehousePack {

    /// Where the pack works.
    ///
    /// @param clock gives grace periods their beginning
    /// @param folder files named by arguments lie below it
    public record Setting(NamingStandard standard, InstantSource clock, Path folder) {}

    /// Actions whose statements may overwhelm an embedded engine.
    private static final Set<String> HEAVY = Set.of("warehouse.consolidate", "warehouse.drop");

    private WarehousePack() {}

    /// The pack with the standard that comes with it, the system clock and the working directory.
    public static Pack pack(WarehouseAccess access) {
        return pack(
                access,
                new Setting(
                        NamingStandard.m008(),
                        InstantSource.system(),
                        Path.of("").toAbsolutePath()));
    }

    /// The pack in another setting.
    public static Pack pack(WarehouseAccess access, Setting setting) {
        return pack(access, access, setting);
    }

    /// The pack whose heavy actions go another way.
    ///
    /// @param apart the way for statements that may end the process that an embedded engine works in
    public static Pack pack(WarehouseAccess access, WarehouseAccess apart, Setting setting) {
        return pack(setting, (name, action) -> action.over(HEAVY.contains(name) ? apart : access));
    }

    /// The pack as a person uses it: a wrong argument and a crossed budget are thrown.
    public static Pack byHand(WarehouseAccess access, Setting setting) {
        return pack(setting, (_, action) -> action.byHand(access));
    }

    /// The pack where no warehouse is yet: `warehouse.generate` makes one, which the other actions need.
    ///
    /// @param made opens the new one
    /// @param later the pack of the warehouse when it is there
    public static Pack beginning(WarehouseAccess made, Pack later, Setting setting) {
        var actions = new TreeMap<>(later.actions());
        actions.put(
                "warehouse.generate",
                Generate.of(setting.standard(), setting.clock(), setting.folder())
                        .over(made));
        return new Pack("warehouse", actions);
    }

    /// The pack whose actions take everything back that they do.
    ///
    /// @param told every statement that an action would carry out
    public static Pack rehearsal(WarehouseAccess access, Setting setting, Consumer<String> told) {
        return pack(setting, (_, action) -> action.rehearsed(access, told));
    }

    private static Pack pack(Setting setting, BiFunction<String, SessionAction, PackAction> way) {
        var actions = actions(setting).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> way.apply(each.getKey(), each.getValue())));
        return new Pack("warehouse", actions);
    }

    private static Map<String, SessionAction> actions(Setting setting) {
        var standard = setting.standard();
        var actions = new TreeMap<String, SessionAction>();
        actions.put("warehouse.inventory", new Inventory(standard, setting.clock()).knowing("expected"));
        actions.put(
                "warehouse.catalogue",
                new FeatureCatalogue(standard, setting.clock(), setting.folder()).knowing("csv"));
        actions.put(
                "warehouse.detect-variants",
                new DetectVariants(standard, setting.folder())
                        .knowing("family", "which", "column", "sample", "least-rows", "csv"));
        actions.put(
                "warehouse.plan",
                new Remediation(standard, setting.clock(), setting.folder()).knowing("csv", "batch", "mapping"));
        actions.put("warehouse.rename", Rename.of(standard, setting.clock(), setting.folder()));
        actions.put(
                "warehouse.consolidate",
                new Consolidate(standard, setting.clock(), setting.folder())
                        .knowing(Budget.and(List.of(
                                "family",
                                "pair",
                                "variant",
                                "groups",
                                "once",
                                "dropped",
                                "grace-days",
                                "price",
                                "prices"))));
        actions.put("warehouse.pilot", new AcceptPilot(standard, setting.clock()).knowing("by", "family"));
        actions.put(
                "warehouse.cost",
                new Cost(standard, setting.clock(), setting.folder())
                        .knowing(Budget.and(
                                List.of("of", "family", "pair", "variant", "price", "prices", "free-tier"))));
        actions.put("warehouse.views", GraceViews.of(setting.clock(), setting.folder()));
        actions.put("warehouse.validate", new Validate(standard, setting.clock()).knowing());
        actions.put(
                "warehouse.certify",
                new Certify(standard, setting.clock(), setting.folder()).knowing("reading", "json", "markdown"));
        actions.put("warehouse.drop", new DropSources(setting.clock()).knowing("of", "lost", "snapshot-days"));
        actions.put("warehouse.rollback", new Rollback(setting.clock()).knowing("of", "tables"));
        actions.put("warehouse.generate", Generate.of(standard, setting.clock(), setting.folder()));
        actions.put("warehouse.prove", new Prove(actions).knowing("capability"));
        return actions;
    }
}
