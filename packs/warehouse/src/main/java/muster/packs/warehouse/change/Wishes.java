package muster.packs.warehouse.change;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.naming.Remedy;
import muster.packs.warehouse.naming.Variant;
import muster.packs.warehouse.naming.Verdict;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import org.jspecify.annotations.Nullable;

/// The renames somebody asks for, before anything is checked.
///
/// @param problems what is wrong with the mapping file, with places
record Wishes(List<Renaming> wanted, List<Decision> decisions, List<String> problems) {
    /// Where the detection of variants leaves what the data say.
    private static final String VARIANTS = "_muster_variant";

    Wishes {
        wanted = List.copyOf(wanted);
        decisions = List.copyOf(decisions);
        problems = List.copyOf(problems);
    }

    static Wishes refused(List<String> problems) {
        return new Wishes(List.of(), List.of(), problems);
    }

    /// @param estate every table of the warehouse, judged
    static Wishes read(Session session, Estate estate, ActionCall call, Path folder) throws SQLException, IOException {
        var arguments = Arguments.of(call);
        if (arguments.texts().containsKey("mapping")) {
            return mapped(Standing.read(session, estate.catalog(), call.key()), arguments, folder);
        }
        var family = arguments.text("family", "cov");
        var verdicts = estate.verdicts().stream()
                .filter(each -> family.equals("all") || each.category().equals(family))
                .toList();
        return arguments.oneOf("evidence", List.of("name", "data")).equals("name")
                ? byName(verdicts)
                : byData(verdicts, variants(session, estate.catalog()));
    }

    /// What a mapping asks for.
    static Wishes mapped(Standing standing, Arguments arguments, Path folder) throws IOException {
        var text = Arguments.read(Objects.requireNonNull(arguments.file("mapping", folder)));
        return MappingFile.read(arguments.required("mapping"), text, standing);
    }

    /// What the standard asks for.
    static Wishes ofStandard(List<Verdict> verdicts) {
        var wanted = verdicts.stream().flatMap(each -> renaming(each).stream()).toList();
        return new Wishes(wanted, List.of(), List.of());
    }

    /// Which of them can be carried out.
    RenamePlan plan(Surroundings around, RenamePlan.Rules rules) {
        return RenamePlan.check(wanted, around, rules);
    }

    private static Wishes byName(List<Verdict> verdicts) {
        return byData(verdicts, verdicts.stream().collect(Collectors.toMap(Verdict::table, Verdict::variant)));
    }

    private static Wishes byData(List<Verdict> verdicts, Map<String, Variant> seen) {
        var wanted = new ArrayList<Renaming>();
        var decisions = new ArrayList<Decision>();
        for (var verdict : verdicts) {
            var to = target(verdict);
            if (to == null) {
                continue;
            }
            var variant = seen.getOrDefault(verdict.table(), Variant.UNDECIDED);
            if (variant == verdict.variant()) {
                wanted.add(new Renaming(verdict.table(), to));
            } else {
                decisions.add(new Decision(
                        verdict.table(),
                        "its data say %s, its history says %s"
                                .formatted(variant.token(), verdict.variant().token())));
            }
        }
        return new Wishes(wanted, decisions, List.of());
    }

    /// Occupied targets are asked for as well: the check before the first statement finds them and says who
    /// holds them.
    static @Nullable String target(Verdict verdict) {
        return verdict.remedy() == Remedy.RENAME || verdict.remedy() == Remedy.DECIDE_WHICH_IS_CURRENT
                ? verdict.target().name()
                : null;
    }

    /// The rename that a verdict asks for, if it asks for one.
    private static Optional<Renaming> renaming(Verdict verdict) {
        return Optional.ofNullable(target(verdict)).map(to -> new Renaming(verdict.table(), to));
    }

    private static Map<String, Variant> variants(Session session, Catalog catalog) throws SQLException {
        if (!catalog.has(VARIANTS, Catalog.Kind.TABLE)) {
            return Map.of();
        }
        Function<Row, String> table = row -> row.text(0);
        return session.query("SELECT table_name, variant FROM " + VARIANTS).stream()
                .collect(Collectors.toMap(table, row -> Variant.valueOf(row.text(1)), (first, second) -> second));
    }
}
