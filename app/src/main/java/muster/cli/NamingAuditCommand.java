package muster.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import muster.packs.warehouse.naming.ColumnReading;
import muster.wiring.NamingAudit;
import muster.wiring.NamingAuditJson;
import muster.wiring.UnreadableInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Judges a list of names by a naming standard.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Judges names of tables or columns by a naming standard, under every definition of a violation.")
final class NamingAuditCommand implements Callable<Integer> {
    private static final int SHOWN = 10;

    private final Console console;
    private final InstantSource clock;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Lists lists;

    @Option(
            names = "--standard",
            paramLabel = "NAME",
            defaultValue = "m008",
            description = "m008, or a rule file; default: m008")
    @SuppressWarnings("NullAway.Init")
    private String standard;

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
            description = "exit with 1 if a name violates this definition, such as R5 or C2")
    private @Nullable String failOn;

    @Option(names = "--json", description = "print every verdict as JSON")
    private boolean json;

    /// What is judged.
    static final class Lists {
        @Option(names = "--names", paramLabel = "FILE.csv", description = "tables: a CSV file with a column table_name")
        private @Nullable Path names;

        @Option(
                names = "--columns",
                paramLabel = "FILE.csv",
                description = "columns: a CSV file with a column column_name, and perhaps declared_variant")
        private @Nullable Path columns;
    }

    NamingAuditCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        try {
            return print(audit()).code();
        } catch (UnreadableInput e) {
            return console.refuse(e.problems()).code();
        } catch (NoSuchFileException e) {
            return console.refuse(Exit.NOT_FOUND, "there is no file " + e.getFile())
                    .code();
        } catch (CharacterCodingException e) {
            return console.refuse(Exit.INVALID, "a file is not in UTF-8").code();
        }
    }

    private NamingAudit audit() throws IOException {
        var on = day == null ? clock.instant().atZone(ZoneOffset.UTC).toLocalDate() : day;
        return lists.columns == null
                ? NamingAudit.tables(Objects.requireNonNull(lists.names), standard, on, documents)
                : NamingAudit.columns(lists.columns, standard, on);
    }

    private Exit print(NamingAudit audit) {
        var tree = NamingAuditJson.of(audit);
        if (json) {
            console.json(schema(audit), tree);
        } else {
            lines(audit).forEach(console::data);
        }
        if (failOn == null) {
            return Exit.YES;
        }
        var count = tree.get("definitions").get(failOn);
        if (count == null) {
            return console.refuse(Exit.USAGE, "the standard has no definition " + failOn);
        }
        return count.asInt() == 0 ? Exit.YES : Exit.NO;
    }

    private static String schema(NamingAudit audit) {
        return switch (audit) {
            case NamingAudit.Tables _ -> "muster.table-names/1";
            case NamingAudit.Columns _ -> "muster.column-names/1";
        };
    }

    private static List<String> lines(NamingAudit audit) {
        return switch (audit) {
            case NamingAudit.Tables tables -> lines(tables);
            case NamingAudit.Columns columns -> lines(columns);
        };
    }

    private static List<String> lines(NamingAudit.Tables audit) {
        var lines = new ArrayList<String>();
        lines.add(audit.verdicts().size() + " tables by " + audit.standard().name() + " on " + audit.day());
        for (var reading : audit.standard().readings().stream().sorted().toList()) {
            lines.add(line(
                    reading + " " + reading.title(),
                    audit.verdicts().stream()
                            .filter(each -> each.violated().contains(reading))
                            .map(each -> each.table())
                            .toList()));
        }
        audit.mentions()
                .forEach(each -> lines.add(each.at() + ": there is no table " + each.name()
                        + (each.meant() == null ? "" : "\nMaybe '" + each.meant() + "' is meant")));
        return lines;
    }

    private static List<String> lines(NamingAudit.Columns audit) {
        var lines = new ArrayList<String>();
        lines.add(audit.verdicts().size() + " columns by " + audit.standard().name());
        for (var reading : ColumnReading.values()) {
            lines.add(line(
                    reading + " " + reading.title(),
                    audit.verdicts().stream()
                            .filter(each -> each.violated().contains(reading))
                            .map(each -> each.column())
                            .toList()));
        }
        return lines;
    }

    private static String line(String reading, List<String> names) {
        var some = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return "  " + reading + ": " + names.size() + " violations" + (names.isEmpty() ? "" : ": " + some)
                + (names.size() > SHOWN ? ", ..." : "");
    }
}
