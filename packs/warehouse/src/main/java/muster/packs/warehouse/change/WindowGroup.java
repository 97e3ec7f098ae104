package muster.packs.warehouse.change;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import muster.packs.warehouse.naming.Code;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Target;
import muster.packs.warehouse.naming.Verdict;
import muster.packs.warehouse.sql.Catalog;
import org.jspecify.annotations.Nullable;

/// Tables that differ only in their window and are to become one.
///
/// @param originals ordered by window
/// @param copies the table each is supposed to be a copy of, by copy
record WindowGroup(String target, List<String> originals, Map<String, String> copies) {
    private static final Pattern WINDOW = Pattern.compile("[0-9]+$");

    WindowGroup {
        originals = List.copyOf(originals);
        copies = new LinkedHashMap<>(copies);
    }

    /// Every table that goes into the target.
    List<String> sources() {
        var sources = new ArrayList<>(originals);
        sources.addAll(copies.keySet());
        return sources;
    }

    /// Every table that goes into one of the targets.
    static List<String> sources(List<WindowGroup> groups) {
        return groups.stream().flatMap(each -> each.sources().stream()).toList();
    }

    static List<WindowGroup> of(List<Verdict> verdicts) {
        var groups = new TreeMap<String, WindowGroup>();
        for (var verdict : verdicts) {
            var target = target(verdict);
            if (target != null) {
                groups.merge(target, single(target, verdict), WindowGroup::and);
            }
        }
        return List.copyOf(groups.values());
    }

    /// The tables of groups that cannot become their target as it stands.
    static List<Decision> decisions(List<Verdict> verdicts, Catalog catalog, NamingStandard standard) {
        var decisions = new ArrayList<Decision>();
        for (var group : of(verdicts)) {
            var obstacle = group.obstacle(catalog, standard);
            if (obstacle != null) {
                group.sources().forEach(each -> decisions.add(new Decision(each, obstacle)));
            }
        }
        return decisions;
    }

    /// Why the target cannot be made; null if it can.
    @Nullable
    String obstacle(Catalog catalog, NamingStandard standard) {
        var holder = catalog.holder(target);
        if (holder != null) {
            return target + " is taken by " + holder;
        }
        var objection = standard.objection(target);
        return objection == null ? null : target + " does not keep the naming standard: " + objection;
    }

    /// The window a table name ends in.
    static String window(String table) {
        var matcher = WINDOW.matcher(table);
        return matcher.find() ? matcher.group() : "";
    }

    private static WindowGroup single(String target, Verdict verdict) {
        var twin = verdict.twin();
        return twin == null
                ? new WindowGroup(target, List.of(verdict.table()), Map.of())
                : new WindowGroup(target, List.of(), Map.of(verdict.table(), twin));
    }

    private WindowGroup and(WindowGroup other) {
        var all = new ArrayList<>(originals);
        all.addAll(other.originals);
        all.sort(Comparator.comparing(table -> new BigInteger("0" + window(table))));
        var both = new LinkedHashMap<>(copies);
        both.putAll(other.copies);
        return new WindowGroup(target, all, both);
    }

    private static @Nullable String target(Verdict verdict) {
        if (!verdict.codes().contains(Code.WINDOW_SUFFIX)) {
            return null;
        }
        return switch (verdict.target()) {
            case Target.Free(var name) -> name;
            case Target.Occupied(var name) -> name;
            case Target.None _ -> null;
        };
    }
}
