package muster.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import muster.wiring.NamingAudit;
import muster.wiring.NamingAuditJson;
import muster.wiring.NamingComparison;
import muster.wiring.NamingComparisonJson;
import muster.wiring.UnreadableInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Judges a list of names by one or several naming standards.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Judges names of tables or columns by a naming standard, under every definition of a violation.")
final class NamingAuditCommand implements Callable<Integer> {
    private final Console console;
    private final InstantSource clock;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Lists lists;

    @Option(
            names = "--standard",
            paramLabel = "NAME",
            defaultValue = "m008",
            description = "m008, or a rule file; may be given several times, to compare standards; default: m008")
    @SuppressWarnings("NullAway.Init")
    private List<String> standards;

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "looks in this text for names of tables that there are none of; may be given several times")
    private final List<Path> documents = new ArrayList<>();

    @Option(names = "--on", paramLabel = "DATE", description = "the day on which exceptions must hold; default: today")
    private @Nullable LocalDate day;

    @Option(
            names = "--fail-on",
            paramLabel = "READING",
            description =
                    "exit with 1 if a name violates this definition of any standard: R1 to R5, of columns C1 to C4")
    private @Nullable String failOn;

    @Option(names = "--json", description = "print every verdict as JSON")
    private boolean json;

    /// What is judged.
    static final class Lists {
        @Option(
                names = "--names",
                paramLabel = "FILE.csv",
                description = "tables: a CSV file with a column table_name, table or name")
        private @Nullable Path names;

        @Option(
                names = "--columns",
                paramLabel = "FILE.csv",
                description =
                        "columns: a CSV file with a column column_name, column or name, and perhaps declared_variant")
        private @Nullable Path columns;
    }

    NamingAuditCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (lists.columns != null && !documents.isEmpty()) {
            return console.refuse(Exit.USAGE, "--document looks for names of tables, so it goes with --names")
                    .code();
        }
        try {
            var audits = new ArrayList<NamingAudit>();
            for (var standard : standards) {
                audits.add(audit(standard));
            }
            if (failOn != null && counts(audits, failOn).isEmpty()) {
                return console.refuse(
                                Exit.USAGE,
                                "no standard has a definition " + failOn + "\nMaybe one of "
                                        + String.join(", ", definitions(audits)))
                        .code();
            }
            print(audits);
            return verdict(audits).code();
        } catch (UnreadableInput e) {
            return console.refuse(e.problems()).code();
        } catch (NoSuchFileException e) {
            var isStandard = standards.contains(e.getFile());
            return console.refuse(
                            Exit.NOT_FOUND,
                            "there is no file " + e.getFile()
                                    + (isStandard ? "\nMaybe m008, the standard that comes with Muster" : ""))
                    .code();
        }
    }

    private NamingAudit audit(String standard) throws IOException {
        var on = day == null ? clock.instant().atZone(ZoneOffset.UTC).toLocalDate() : day;
        return lists.columns == null
                ? NamingAudit.tables(Objects.requireNonNull(lists.names), standard, on, documents)
                : NamingAudit.columns(lists.columns, standard, on);
    }

    private void print(List<NamingAudit> audits) {
        var comparison = new NamingComparison(audits);
        if (!json) {
            NamingAuditLines.of(comparison).forEach(console::data);
        } else if (audits.size() == 1) {
            console.json(schema(audits.getFirst()), NamingAuditJson.of(audits.getFirst()));
        } else {
            console.json("muster.names-by-standard/1", NamingComparisonJson.of(comparison));
        }
    }

    private Exit verdict(List<NamingAudit> audits) {
        if (failOn == null) {
            return Exit.YES;
        }
        return counts(audits, failOn).stream().allMatch(each -> each.violations() == 0) ? Exit.YES : Exit.NO;
    }

    private static List<NamingComparison.Count> counts(List<NamingAudit> audits, String definition) {
        return new NamingComparison(audits)
                .counts().stream()
                        .filter(each -> each.definition().equals(definition))
                        .toList();
    }

    private static Set<String> definitions(List<NamingAudit> audits) {
        return new NamingComparison(audits)
                .counts().stream()
                        .map(NamingComparison.Count::definition)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String schema(NamingAudit audit) {
        return switch (audit) {
            case NamingAudit.Tables _ -> "muster.table-names/1";
            case NamingAudit.Columns _ -> "muster.column-names/1";
        };
    }
}
