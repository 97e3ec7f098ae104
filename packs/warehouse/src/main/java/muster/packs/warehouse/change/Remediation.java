package muster.packs.warehouse.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.call.WrongFile;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Remedy;
import muster.packs.warehouse.naming.Verdict;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.plan`: what is to become of every table, before anything is changed. Each table is in exactly one step,
/// and the steps add up to the warehouse.
///
/// @param folder where the file of the plan may lie
public record Remediation(NamingStandard standard, InstantSource clock, Path folder) implements SessionAction {
    private static final int BATCH = 100;
    private static final int MOST_PER_BATCH = 1000;
    private static final int NAMED = 10;
    private static final String UNMAPPED = "it breaks the standard, and no line of the mapping names it";

    @Override
    public ActionResult perform(Session session, ActionCall call) throws SQLException, IOException {
        var arguments = Arguments.of(call);
        var file = arguments.file("csv", folder);
        int batch = arguments.number("batch", BATCH, MOST_PER_BATCH);
        var inForce = standard.on(clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
        var around = Surroundings.read(session, Catalog.read(session));
        var verdicts = inForce.judge(around.catalog().tables());
        var wishes = arguments.texts().containsKey("mapping")
                ? Wishes.mapped(Standing.read(session, around.catalog(), call.key()), arguments, folder)
                : Wishes.ofStandard(verdicts);
        if (!wishes.problems().isEmpty()) {
            throw new WrongFile(wishes.problems());
        }
        var rules = new RenamePlan.Rules(
                inForce::objection, RenamePlan.OldName.GRACE, session.dialect().capabilities());
        var merges = WindowGroup.decisions(verdicts, around.catalog(), inForce);
        var renames = wishes.plan(around, rules).and(merges);
        var lines = lines(verdicts, wishes, renames, batch);
        if (lines.size() != around.catalog().tables().size()) {
            return new ActionResult.Failed("%d tables are planned for, %d are there"
                    .formatted(lines.size(), around.catalog().tables().size()));
        }
        if (file != null) {
            Files.writeString(
                    file,
                    lines.stream()
                            .map(RemediationLine::csv)
                            .collect(Collectors.joining("\n", RemediationLine.HEADER + "\n", "\n")));
        }
        var outputs = outputs(session, lines);
        unknown(wishes, around.catalog(), outputs);
        return outputs.succeeded();
    }

    /// Tables that a mapping names and that are not there: they stand in no line of the plan.
    private static void unknown(Wishes wishes, Catalog catalog, Outputs outputs) {
        var unknown = wishes.wanted().stream()
                .map(Renaming::from)
                .filter(each -> !catalog.has(each, Catalog.Kind.TABLE))
                .toList();
        if (!unknown.isEmpty()) {
            outputs.put("unknown", unknown.size())
                    .put("unknown.tables", String.join(", ", unknown.subList(0, Math.min(NAMED, unknown.size()))));
        }
    }

    private static List<RemediationLine> lines(List<Verdict> verdicts, Wishes wishes, RenamePlan renames, int size) {
        var targets = wishes.wanted().stream()
                .collect(Collectors.toMap(Renaming::from, Renaming::to, (first, second) -> first));
        Map<String, Integer> batches = new HashMap<>();
        renames.renamings().forEach(each -> batches.put(each.from(), 1 + batches.size() / size));
        Map<String, String> obstacles = renames.decisions().stream()
                .collect(Collectors.toMap(Decision::table, Decision::question, (first, second) -> first));
        var groups = WindowGroup.of(verdicts).stream()
                .flatMap(group -> group.sources().stream().map(table -> Map.entry(table, group.target())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var lines = new ArrayList<RemediationLine>();
        for (var verdict : verdicts) {
            var table = verdict.table();
            var group = groups.get(table);
            var target = targets.getOrDefault(table, group == null ? "" : group);
            if (batches.containsKey(table)) {
                lines.add(new RemediationLine(
                        table, RemediationStep.RENAME, target, verdict.evidence(), batches.get(table)));
            } else if (obstacles.containsKey(table)) {
                lines.add(new RemediationLine(table, RemediationStep.DECIDE, target, obstacles.get(table), 0));
            } else if (group != null) {
                lines.add(new RemediationLine(
                        table,
                        RemediationStep.CONSOLIDATE,
                        group,
                        verdict.remedy().text(),
                        0));
            } else {
                lines.add(other(verdict));
            }
        }
        return lines;
    }

    private static RemediationLine other(Verdict verdict) {
        var step = step(verdict.remedy());
        var twin = verdict.twin();
        return new RemediationLine(
                verdict.table(),
                step,
                twin == null ? "" : twin,
                Wishes.target(verdict) == null ? verdict.remedy().text() : UNMAPPED,
                0);
    }

    private static RemediationStep step(Remedy remedy) {
        return switch (remedy) {
            case KEEP, KEEP_BY_EXCEPTION -> RemediationStep.KEEP;
            case DROP_AFTER_COMPARISON -> RemediationStep.COMPARE;
            case RENAME, DECIDE_WHICH_IS_CURRENT, CONSOLIDATE, ADD_RULE, EXCEPTION_OR_GRAMMAR, RULE_CONFLICT ->
                RemediationStep.DECIDE;
        };
    }

    private static Outputs outputs(Session session, List<RemediationLine> lines) throws SQLException {
        var outputs = new Outputs().put("tables", lines.size());
        var counts = new TreeMap<RemediationStep, Long>();
        for (var step : RemediationStep.values()) {
            counts.put(step, lines.stream().filter(each -> each.step() == step).count());
        }
        counts.forEach((step, count) -> outputs.put(step.token(), count));
        var touched = lines.stream()
                .filter(each -> each.step() == RemediationStep.RENAME || each.step() == RemediationStep.CONSOLIDATE)
                .map(RemediationLine::table)
                .toList();
        return outputs.put(
                        "rows.touched",
                        Contents.rows(session, touched).values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                .put(
                        "batches",
                        lines.stream().mapToInt(RemediationLine::batch).max().orElse(0))
                .put(
                        "consolidated",
                        lines.stream()
                                .filter(each -> each.step() == RemediationStep.CONSOLIDATE)
                                .map(RemediationLine::target)
                                .distinct()
                                .count());
    }
}
