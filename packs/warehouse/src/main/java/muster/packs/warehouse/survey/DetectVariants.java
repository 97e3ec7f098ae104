package muster.packs.warehouse.survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.csv.CsvText;
import muster.packs.warehouse.naming.Code;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Variant;
import muster.packs.warehouse.naming.Verdict;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.detect-variants`: which series each table of a family holds, by its data, beside what its name's history
/// says. The answers go into the table `_muster_variant`, and into a CSV file if one is named.
///
/// @param folder where the CSV file may lie
public record DetectVariants(NamingStandard standard, Path folder) implements SessionAction {
    private static final int LEAST_ROWS = 10;
    private static final int SAMPLE = 500;
    private static final int LARGEST_SAMPLE = 100_000;

    @Override
    public ActionResult perform(Session session, ActionCall call)
            throws SQLException, IOException, InterruptedException {
        var arguments = Arguments.of(call);
        var csv = arguments.file("csv", folder);
        var verdicts = verdicts(session, arguments);
        var sampling = new Sampling(
                session,
                arguments.text("column", "val1"),
                arguments.number("sample", SAMPLE, LARGEST_SAMPLE),
                arguments.number("least-rows", LEAST_ROWS, LARGEST_SAMPLE));
        var sightings = sampling.look(verdicts, call.progress());
        remember(session, sightings);
        if (csv != null) {
            Files.writeString(csv, csv(sightings));
        }
        return outputs(sightings);
    }

    private List<Verdict> verdicts(Session session, Arguments arguments) throws SQLException {
        var family = arguments.text("family", "cov");
        var all = arguments.oneOf("which", List.of("missing", "all")).equals("all");
        return standard.judge(Catalog.read(session).tables()).stream()
                .filter(each -> each.category().equals(family))
                .filter(each -> all || each.codes().contains(Code.VARIANT_MISSING))
                .toList();
    }

    private static void remember(Session session, List<Sighting> sightings) throws SQLException {
        session.execute("""
                CREATE TABLE IF NOT EXISTS _muster_variant(table_name VARCHAR, variant VARCHAR, median FLOAT8,
                row_count BIGINT, history VARCHAR)""");
        if (sightings.isEmpty()) {
            return;
        }
        var names = sightings.stream().map(each -> Sql.text(each.table())).collect(Collectors.joining(", "));
        var rows = sightings.stream()
                .map(each -> "(%s, '%s', %s, %d, '%s')"
                        .formatted(
                                Sql.text(each.table()),
                                each.variant(),
                                Double.isNaN(each.median()) ? "NULL" : Double.toString(each.median()),
                                each.rows(),
                                each.history()))
                .collect(Collectors.joining(", "));
        session.executeTogether(List.of(
                "DELETE FROM _muster_variant WHERE table_name IN (" + names + ")",
                "INSERT INTO _muster_variant VALUES " + rows));
    }

    private static String csv(List<Sighting> sightings) {
        return Stream.concat(
                        Stream.of("table_name,variant,median,rows,history"),
                        sightings.stream()
                                .map(each -> "%s,%s,%s,%d,%s"
                                        .formatted(
                                                CsvText.cell(each.table()),
                                                each.variant().token(),
                                                each.median(),
                                                each.rows(),
                                                each.history().token())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static ActionResult outputs(List<Sighting> sightings) {
        var outputs = new Outputs().put("tables", sightings.size());
        for (var variant : List.of(Variant.IDX, Variant.BQX, Variant.UNDECIDED)) {
            outputs.put(
                    variant.name().toLowerCase(Locale.ROOT),
                    sightings.stream().filter(each -> each.variant() == variant).count());
        }
        var contradictions = new ArrayList<String>();
        sightings.stream().filter(Sighting::contradicts).forEach(each -> contradictions.add(each.table()));
        return outputs.put("contradictions", contradictions.size()).succeeded();
    }
}
