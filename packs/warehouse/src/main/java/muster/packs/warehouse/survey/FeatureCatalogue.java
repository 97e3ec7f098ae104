package muster.packs.warehouse.survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.naming.ColumnVerdict;
import muster.packs.warehouse.naming.ListedName;
import muster.packs.warehouse.naming.NameList;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Verdict;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.catalogue`: every column of every table, with its family, variant, kind and verdicts, read from the live
/// catalog. Views do not count.
///
/// @param folder where the file of the catalogue may lie
public record FeatureCatalogue(NamingStandard standard, InstantSource clock, Path folder) implements SessionAction {

    @Override
    public ActionResult perform(Session session, ActionCall call) throws SQLException, IOException {
        var file = Arguments.of(call).file("csv", folder);
        var tables = Catalog.read(session).tables();
        var verdicts = standard.on(clock.instant().atZone(ZoneOffset.UTC).toLocalDate()).judge(tables).stream()
                .collect(Collectors.toMap(Verdict::table, Function.identity()));
        var found = session.query(session.dialect().columnListing()).stream()
                .filter(row -> verdicts.containsKey(row.text(0)))
                .toList();
        var columns = columns(found);
        var rows = Contents.rows(session, tables);
        var lines = new ArrayList<CatalogueLine>();
        for (var each : found) {
            var table = each.text(0);
            lines.add(new CatalogueLine(
                    Objects.requireNonNull(verdicts.get(table)),
                    Objects.requireNonNull(columns.get(each.text(1))),
                    each.text(2),
                    rows.getOrDefault(table, 0L)));
        }
        lines.sort(CatalogueLine.ORDER);
        if (file != null) {
            Files.writeString(
                    file,
                    lines.stream()
                            .map(CatalogueLine::csv)
                            .collect(Collectors.joining("\n", CatalogueLine.HEADER + "\n", "\n")));
        }
        return outputs(tables, lines).succeeded();
    }

    private Map<String, ColumnVerdict> columns(List<Row> found) {
        var names = found.stream()
                .map(row -> row.text(1))
                .distinct()
                .map(name -> new ListedName(name, 1, null))
                .toList();
        var verdicts = new TreeMap<String, ColumnVerdict>();
        standard.judgeColumns(new NameList(names, List.of())).forEach(each -> verdicts.put(each.column(), each));
        return verdicts;
    }

    private static Outputs outputs(List<String> tables, List<CatalogueLine> lines) {
        var outputs = new Outputs()
                .put("tables", tables.size())
                .put("columns", lines.size())
                .put("features", lines.stream().filter(CatalogueLine::isFeature).count());
        lines.stream()
                .filter(CatalogueLine::isFeature)
                .collect(Collectors.groupingBy(each -> each.table().category(), TreeMap::new, Collectors.counting()))
                .forEach((family, count) -> outputs.put("features." + family, count));
        return outputs;
    }
}
