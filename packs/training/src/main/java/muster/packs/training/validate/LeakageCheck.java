package muster.packs.training.validate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.packs.warehouse.sql.Session;

/// Features that know the future: what [Foreseen] finds; and columns `X_lag_K` that know `X` as it was less than `K`
/// rows ago.
///
/// Changes are compared, not levels: a slow level looks like itself 15 rows later without knowing anything.
final class LeakageCheck {
    private static final Pattern LAG = Pattern.compile("(.+)_lag_([0-9]{1,4})");

    /// Columns read at a time; a reading goes through the whole footer.
    private static final int AT_A_TIME = 512;

    private LeakageCheck() {}

    static List<Defect> of(Session engine, TrainingFile file) throws SQLException {
        var targets = furthest(file.targets());
        int horizon = targets.values().stream().mapToInt(Target::horizon).max().orElse(0);
        var found = new LinkedHashMap<String, Defect>();
        for (var block : Block.of(file, horizon)) {
            among(engine, file, block, targets).forEach(each -> found.putIfAbsent(each.column(), each));
            lags(engine, file, block).forEach(each -> found.putIfAbsent(each.column(), each));
        }
        return List.copyOf(found.values());
    }

    private static List<Defect> among(Session engine, TrainingFile file, Block block, Map<String, Target> targets)
            throws SQLException {
        var names = targets.values().stream().map(Target::name).toList();
        var futures = new LinkedHashMap<Target, double[]>();
        var changes = names.isEmpty() ? List.<double[]>of() : block.changes(engine, file, names);
        targets.values().forEach(target -> futures.put(target, changes.get(names.indexOf(target.name()))));
        var defects = new ArrayList<Defect>();
        var features = file.features();
        for (int from = 0; from < features.size(); from += AT_A_TIME) {
            var some = features.subList(from, Math.min(features.size(), from + AT_A_TIME));
            defects.addAll(among(some, block.changes(engine, file, some), futures));
        }
        return defects;
    }

    /// Per foretold column the target with the longest horizon: its earlier rows are the shorter ones.
    private static Map<String, Target> furthest(List<Target> targets) {
        var furthest = new LinkedHashMap<String, Target>();
        targets.forEach(target -> furthest.merge(target.of(), target, (a, b) -> a.horizon() > b.horizon() ? a : b));
        return furthest;
    }

    private static List<Defect> among(List<String> names, List<double[]> changes, Map<Target, double[]> futures) {
        var defects = new ArrayList<Defect>();
        futures.forEach((target, future) -> {
            var foreseen = new Foreseen(target, future);
            for (int at = 0; at < names.size(); at++) {
                var what = foreseen.by(changes.get(at));
                if (!what.isEmpty()) {
                    defects.add(new Defect(Defect.Kind.LEAKAGE, names.get(at), what));
                }
            }
        });
        return defects;
    }

    private static List<Defect> lags(Session engine, TrainingFile file, Block block) throws SQLException {
        var features = new HashSet<>(file.features());
        var lagged = file.features().stream()
                .map(LAG::matcher)
                .filter(match -> match.matches() && features.contains(match.group(1)))
                .toList();
        var defects = new ArrayList<Defect>();
        for (int from = 0; from < lagged.size(); from += AT_A_TIME / 2) {
            var some = lagged.subList(from, Math.min(lagged.size(), from + AT_A_TIME / 2));
            var names = some.stream()
                    .flatMap(match -> Stream.of(match.group(), match.group(1)))
                    .toList();
            var changes = block.changes(engine, file, names);
            for (int at = 0; at < some.size(); at++) {
                var match = some.get(at);
                defects.addAll(
                        lag(match.group(), Integer.parseInt(match.group(2)), changes.subList(2 * at, 2 * at + 2)));
            }
        }
        return defects;
    }

    private static List<Defect> lag(String name, int lag, List<double[]> changes) {
        var shift = Shift.strongest(changes.getFirst(), changes.getLast(), 1 - lag, changes.getFirst().length / 2);
        return shift.isCopy()
                ? List.of(new Defect(
                        Defect.Kind.LEAKAGE,
                        name,
                        "it is its column %d rows %s, not %d rows ago"
                                .formatted(Math.abs(shift.rows()), shift.rows() > 0 ? "later" : "ago", lag)))
                : List.of();
    }
}
