package muster.jsonplans;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import muster.review.Range;
import muster.review.StatedPlan;
import muster.review.StatedPlan.Measure;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads what a JSON plan says of its own size. A word of a key is its unit: `duration_weeks`, `effort_hours`,
/// `cost_usd`.
final class StatedReader {
    /// Weeks in a unit of time, at 5 days of 8 hours. Source: common working week.
    private static final Map<String, BigDecimal> WEEKS =
            Map.of("weeks", BigDecimal.ONE, "days", new BigDecimal("0.2"), "hours", new BigDecimal("0.025"));

    /// Hours in a unit of work, at 5 days of 8 hours. Source: common working week.
    private static final Map<String, BigDecimal> HOURS =
            Map.of("hours", BigDecimal.ONE, "days", new BigDecimal(8), "weeks", new BigDecimal(40));

    private StatedReader() {}

    static StatedPlan read(Tree root) {
        var phases = root.list("phases", "stages", "milestones").stream()
                .map(StatedReader::phase)
                .toList();
        var totals = new ArrayList<StatedPlan.Total>();
        var path = new ArrayList<String>();
        for (var key : List.of("stated_totals", "totals", "summary", "overview")) {
            var block = root.get(key);
            if (block != null) {
                totals(block, totals);
                path.addAll(block.texts("critical_path", "criticalPath"));
            }
        }
        path.addAll(root.texts("critical_path", "criticalPath"));
        var texts = new ArrayList<StatedPlan.Text>();
        texts(root, texts);
        return new StatedPlan(phases, agents(root), totals, path, texts);
    }

    private static StatedPlan.Phase phase(Tree phase) {
        var team = new LinkedHashSet<String>();
        team.addAll(phase.texts("lead", "owner"));
        team.addAll(phase.texts("support", "owners", "team"));
        phase.list("tasks").forEach(task -> team.addAll(task.texts("owner", "owners", "assignee")));
        return new StatedPlan.Phase(
                text(phase.text("id", "number", "name")),
                text(phase.text("name", "title", "id")),
                measured(phase, "duration", WEEKS),
                measured(phase, "effort", HOURS),
                measured(phase, "cost", Map.of("usd", BigDecimal.ONE)),
                phase.text("priority"),
                phase.texts("depends_on", "dependencies", "dependsOn", "needs", "requires"),
                List.copyOf(team),
                phase.text("validation", "validator", "reviewer"),
                phase.texts("deliverables", "outputs"),
                phase.line());
    }

    private static String text(@Nullable String text) {
        return text == null ? "?" : text;
    }

    /// The range under a key such as `duration_weeks`, in the smallest common unit.
    private static @Nullable Range measured(Tree entry, String word, Map<String, BigDecimal> units) {
        for (var each : entry.entries().entrySet()) {
            var key = each.getKey().toLowerCase(Locale.ROOT);
            var unit = units.keySet().stream().filter(key::endsWith).findFirst();
            var range = key.startsWith(word) && unit.isPresent() ? Ranges.of(each.getValue()) : null;
            if (range != null) {
                var size = units.getOrDefault(unit.orElse(""), BigDecimal.ONE);
                return range.times(new Range(size, size));
            }
        }
        return null;
    }

    private static List<StatedPlan.Agent> agents(Tree root) {
        var agents = new ArrayList<StatedPlan.Agent>();
        for (var key : List.of("agent_capacity_stated", "agent_capacity", "capacity", "resources")) {
            var block = root.get(key);
            if (block != null) {
                block.entries()
                        .forEach((id, stated) -> agents.add(new StatedPlan.Agent(
                                id,
                                Ranges.of(stated.get("weekly_hours", "hours_per_week")),
                                Ranges.of(stated.get("peak_week_hours", "peak_hours")),
                                Ranges.of(stated.get("total_hours", "hours")),
                                Ranges.of(stated.get("share_pct", "share_percent", "share")),
                                stated.line())));
            }
        }
        return agents;
    }

    /// Every statement that has a measure in its key; a list states it several times.
    private static void totals(Tree block, List<StatedPlan.Total> totals) {
        block.entries().forEach((key, value) -> {
            var measure = measure(key.toLowerCase(Locale.ROOT));
            if (measure != null) {
                value.items().forEach(item -> total(measure, key, item, totals));
            }
        });
    }

    private static void total(Measure measure, String key, Tree item, List<StatedPlan.Total> totals) {
        var range = Ranges.of(item);
        if (range != null) {
            var written = item.text();
            var text = written == null ? "" : written;
            int open = text.indexOf('(');
            var name = key + (open < 0 ? "" : " " + text.substring(open).strip());
            totals.add(new StatedPlan.Total(measure, name, range, item.line()));
        }
    }

    /// By the last unit that the key has as a word; a rate, such as `hours_per_week`, is not of the whole.
    private static @Nullable Measure measure(String key) {
        var words = List.of(key.split("[_ -]"));
        if (words.contains("per") || words.contains("weekly")) {
            return null;
        }
        if (words.contains("weeks")) {
            return Measure.SPAN;
        }
        if (words.contains("hours")) {
            return Measure.EFFORT;
        }
        return words.contains("usd") || words.contains("cost") ? Measure.COST : null;
    }

    private static void texts(Tree tree, List<StatedPlan.Text> texts) {
        if (tree.node() instanceof ScalarNode) {
            var text = tree.text();
            if (text != null && text.indexOf('(') > 0) {
                texts.add(new StatedPlan.Text(text, tree.line()));
            }
            return;
        }
        tree.entries().values().forEach(value -> texts(value, texts));
        if (tree.entries().isEmpty()) {
            tree.items().forEach(item -> texts(item, texts));
        }
    }
}
