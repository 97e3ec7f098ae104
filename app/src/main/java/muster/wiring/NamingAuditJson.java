package muster.wiring;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.packs.warehouse.naming.ColumnReading;
import muster.packs.warehouse.naming.ColumnVerdict;
import muster.packs.warehouse.naming.Flaw;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Reading;
import muster.packs.warehouse.naming.Target;
import muster.packs.warehouse.naming.Variant;
import muster.packs.warehouse.naming.Verdict;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An audit of names as JSON for other programs.
public final class NamingAuditJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private NamingAuditJson() {}

    /// All of it; the schema's name is put before it by the printer. The verdicts are made one by one while they are
    /// written, since a list of names may be long.
    public static ObjectNode of(NamingAudit audit) {
        var tree = JSON.createObjectNode()
                .put("standard", audit.standard().name())
                .put("version", audit.standard().version())
                .put("day", audit.day().toString());
        var repeated = tree.putArray("repeated");
        audit.repeated().forEach(repeated::add);
        switch (audit) {
            case NamingAudit.Tables tables -> tables(tree, tables);
            case NamingAudit.Columns columns -> columns(tree, columns);
        }
        return tree;
    }

    private static void tables(ObjectNode tree, NamingAudit.Tables audit) {
        var readings = audit.standard().readings().stream().sorted().toList();
        var violated = audit.verdicts().stream().map(Verdict::violated).toList();
        definitions(tree, readings, violated);
        var titles = tree.putObject("definition_names");
        readings.forEach(each -> titles.put(each.name(), each.title()));
        count(
                tree.putObject("categories"),
                audit.verdicts().stream().map(Verdict::category).toList());
        count(
                tree.putObject("actions"),
                audit.verdicts().stream().map(each -> each.remedy().text()).toList());
        each(tree, "tables", audit.verdicts(), each -> {
            var row = JSON.createObjectNode();
            table(row, each, readings);
            compliance(row, each, audit.standard());
            return row;
        });
        gaps(tree, audit);
        var mentions = tree.putArray("mentions");
        audit.mentions()
                .forEach(each -> mentions.addObject()
                        .put("at", each.at().toString())
                        .put("name", each.name())
                        .put("kind", each.meant() == null ? "phantom" : "near-miss")
                        .put("meant", each.meant()));
    }

    private static void table(ObjectNode row, Verdict verdict, List<Reading> readings) {
        row.put("name", verdict.table()).put("category", verdict.category());
        verdicts(row, readings, verdict.violated());
        flaws(row, verdict.flaws());
        variant(row, verdict.variant(), verdict.evidence());
        target(row, verdict.target());
        row.put("twin", verdict.twin()).put("action", verdict.remedy().text());
    }

    /// A target is what remains when the mistakes are put right; a family without a rule makes no target compliant.
    private static void compliance(ObjectNode row, Verdict verdict, NamingStandard standard) {
        var target = verdict.target().name();
        if (target == null) {
            row.putNull("target_compliant").putNull("target_objection");
            return;
        }
        var objection = standard.objection(target);
        row.put("target_compliant", objection == null).put("target_objection", objection);
    }

    private static void columns(ObjectNode tree, NamingAudit.Columns audit) {
        var readings = List.of(ColumnReading.values());
        definitions(
                tree,
                readings,
                audit.verdicts().stream().map(ColumnVerdict::violated).toList());
        var titles = tree.putObject("definition_names");
        Arrays.stream(ColumnReading.values()).forEach(each -> titles.put(each.name(), each.title()));
        count(
                tree.putObject("categories"),
                audit.verdicts().stream().map(ColumnVerdict::kind).toList());
        count(
                tree.putObject("actions"),
                audit.verdicts().stream().map(each -> each.remedy().text()).toList());
        each(tree, "columns", audit.verdicts(), each -> column(each, readings));
    }

    private static <T> void each(ObjectNode tree, String field, List<T> verdicts, Function<T, ObjectNode> row) {
        Iterable<ObjectNode> rows = () -> verdicts.stream().map(row).iterator();
        tree.putPOJO(field, rows);
    }

    private static ObjectNode column(ColumnVerdict verdict, List<ColumnReading> readings) {
        var row = JSON.createObjectNode();
        row.put("name", verdict.column()).put("category", verdict.kind());
        verdicts(row, readings, verdict.violated());
        flaws(row, verdict.flaws());
        variant(row, verdict.variant(), verdict.evidence());
        target(row, verdict.target());
        row.put("twin", verdict.twin()).put("action", verdict.remedy().text());
        return row;
    }

    private static <E extends Enum<E>> void definitions(
            ObjectNode tree, List<E> readings, List<? extends Set<E>> violated) {
        var definitions = tree.putObject("definitions");
        readings.forEach(reading -> definitions.put(
                reading.name(),
                violated.stream().filter(each -> each.contains(reading)).count()));
    }

    private static <E extends Enum<E>> void verdicts(ObjectNode row, List<E> readings, Set<E> violated) {
        var verdicts = row.putObject("verdicts");
        readings.forEach(each -> verdicts.put(each.name(), violated.contains(each) ? "violation" : "ok"));
    }

    private static void flaws(ObjectNode row, List<Flaw> flaws) {
        var codes = row.putArray("codes");
        flaws.forEach(each -> codes.add(each.code().name()));
        var places = row.putArray("places");
        flaws.forEach(each -> places.addObject()
                .put("code", each.code().name())
                .put("column", each.column())
                .put("length", each.length())
                .put("text", each.text()));
    }

    private static void variant(ObjectNode row, Variant variant, String evidence) {
        row.put("variant", variant.token()).put("variant_evidence", evidence);
    }

    private static void target(ObjectNode row, Target target) {
        switch (target) {
            case Target.None _ -> row.putNull("target").putNull("target_occupied");
            case Target.Free(var name) -> row.put("target", name).put("target_occupied", false);
            case Target.Occupied(var name) -> row.put("target", name).put("target_occupied", true);
        }
    }

    private static void gaps(ObjectNode tree, NamingAudit.Tables audit) {
        var gaps = tree.putArray("gaps");
        audit.gaps().forEach(each -> {
            var gap = gaps.addObject()
                    .put("form", each.form())
                    .put("expected", each.expected())
                    .put("existing", each.existing())
                    .put("beyond", each.beyond());
            var missing = gap.putArray("missing");
            each.missing().forEach(missing::add);
        });
    }

    private static void count(ObjectNode into, Collection<String> words) {
        words.stream()
                .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()))
                .forEach(into::put);
    }
}
