package muster.yaml;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.plan.Language;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;

/// The tests that expectations ask for.
final class ProbeForms {
    private static final Field<Probe.FileThere, String> FILE =
            Field.required("file", TextForm.SOME, Probe.FileThere::path, "path of a file that is there and not empty");

    private static final Field<Probe.Script, String> SCRIPT =
            Field.required("script", TextForm.SOME, Probe.Script::path, "path of a script that works");
    private static final Field<Probe.Script, Language> LANGUAGE = Field.required(
            "language", WordForm.of(Language.class), Probe.Script::language, "what the script is written in");

    private static final Field<Probe.Capability, List<String>> CAPABILITY = Field.required(
            "capability",
            new ListForm<>(TextForm.SOME, 1),
            Probe.Capability::words,
            "words that the name of a fitting script contains");
    private static final Field<Probe.Capability, @Nullable String> BOUND =
            Field.optional("bound", TextForm.SOME, Probe.Capability::bound, "the path or pack action that provides it");

    private static final Field<Probe.Dependency, String> PACKAGE =
            Field.required("package", TextForm.SOME, Probe.Dependency::name, "name of an installed package");
    private static final Field<Probe.Dependency, String> ECOSYSTEM = Field.required(
            "ecosystem",
            WordForm.themselves("pip", "apt", "npm", "cargo", "maven"),
            Probe.Dependency::ecosystem,
            "where the package comes from");
    private static final Field<Probe.Dependency, String> RANGE = Field.required(
                    "range", TextForm.ANY, Probe.Dependency::range, "versions, in the ecosystem's own notation")
            .or("");

    private static final Field<Probe.Tool, String> TOOL =
            Field.required("tool", TextForm.SOME, Probe.Tool::name, "name of a system tool on the path");
    private static final Field<Probe.Tool, String> TOOL_RANGE = Field.required(
                    "range", TextForm.ANY, Probe.Tool::range, "versions, such as >=3.8")
            .or("");

    private static final Field<Probe.Table, String> TABLE =
            Field.required("table", TextForm.SOME, Probe.Table::table, "name of a table that exists");
    private static final Field<Probe.Table, String> DATABASE =
            Field.required("database", TextForm.SOME, Probe.Table::database, "name of its database");
    private static final Field<Probe.Table, List<String>> COLUMNS = Field.required(
                    "columns", ListForm.of(TextForm.SOME), Probe.Table::columns, "columns it has at least")
            .or(List.of());

    private static final Field<Probe.ScratchTable, String> SCRATCH = Field.required(
            "scratch-table",
            TextForm.SOME,
            Probe.ScratchTable::database,
            "database in which a scratch table can be created, renamed, verified and dropped");

    private static final Field<Probe.Listing, String> LISTING = Field.required(
            "listing", TextForm.SOME, Probe.Listing::database, "database whose tables are counted by two paths");
    private static final Field<Probe.Listing, Long> TABLES = Field.required(
            "tables",
            new WholeForm<>(0, Long.MAX_VALUE, Long::valueOf),
            Probe.Listing::tables,
            "how many tables both paths find");

    private static final Field<Probe.Tracked, String> TRACKED =
            Field.required("tracked", TextForm.SOME, Probe.Tracked::path, "path of a file that git tracks");

    private static final Field<Probe.Written, String> WRITTEN = Field.required(
            "written", TextForm.SOME, Probe.Written::path, "path of a deliverable that has been written");

    private static final Field<Probe.Remote, String> REMOTE = Field.required(
            "remote", TextForm.SOME, Probe.Remote::service, "service that cannot be reached from here; never run");
    private static final Field<Probe.Remote, String> TARGET =
            Field.required("target", TextForm.SOME, Probe.Remote::target, "what is meant in that service");

    private static final Field<Probe.HandedOver, String> HANDED_OVER = Field.required(
            "handed-over", TextForm.SOME, Probe.HandedOver::what, "what another party must hand over first");
    private static final Field<Probe.HandedOver, String> FROM =
            Field.required("from", TextForm.SOME, Probe.HandedOver::from, "who hands it over");

    private static final List<ChoiceForm.Case<? extends Probe>> CASES = cases();
    static final Form<Probe> PROBE = new ChoiceForm<>("probe", CASES);

    private ProbeForms() {}

    /// The key that tells this kind of probe from the others; none if plan files cannot hold it.
    static Optional<String> word(Probe probe) {
        return CASES.stream()
                .filter(one -> one.writes(probe))
                .map(ChoiceForm.Case::key)
                .findFirst();
    }

    private static List<ChoiceForm.Case<? extends Probe>> cases() {
        return Stream.of(
                        general(),
                        CommandForms.CASES,
                        HostForms.CASES,
                        ContentForms.CASES,
                        DataForms.CASES,
                        CloudForms.CASES)
                .flatMap(List::stream)
                .toList();
    }

    private static List<ChoiceForm.Case<? extends Probe>> general() {
        return List.of(
                one(Probe.FileThere.class, List.of(FILE), entry -> new Probe.FileThere(entry.get(FILE))),
                one(
                        Probe.Script.class,
                        List.of(SCRIPT, LANGUAGE),
                        entry -> new Probe.Script(entry.get(SCRIPT), entry.get(LANGUAGE))),
                one(
                        Probe.Capability.class,
                        List.of(CAPABILITY, BOUND),
                        entry -> new Probe.Capability(entry.get(CAPABILITY), entry.get(BOUND))),
                one(
                        Probe.Dependency.class,
                        List.of(PACKAGE, ECOSYSTEM, RANGE),
                        entry -> new Probe.Dependency(entry.get(ECOSYSTEM), entry.get(PACKAGE), entry.get(RANGE))),
                one(
                        Probe.Tool.class,
                        List.of(TOOL, TOOL_RANGE),
                        entry -> new Probe.Tool(entry.get(TOOL), entry.get(TOOL_RANGE))),
                one(
                        Probe.Table.class,
                        List.of(TABLE, DATABASE, COLUMNS),
                        entry -> new Probe.Table(entry.get(DATABASE), entry.get(TABLE), entry.get(COLUMNS))),
                one(Probe.ScratchTable.class, List.of(SCRATCH), entry -> new Probe.ScratchTable(entry.get(SCRATCH))),
                one(
                        Probe.Listing.class,
                        List.of(LISTING, TABLES),
                        entry -> new Probe.Listing(entry.get(LISTING), entry.get(TABLES))),
                one(Probe.Tracked.class, List.of(TRACKED), entry -> new Probe.Tracked(entry.get(TRACKED))),
                one(Probe.Written.class, List.of(WRITTEN), entry -> new Probe.Written(entry.get(WRITTEN))),
                one(
                        Probe.Remote.class,
                        List.of(REMOTE, TARGET),
                        entry -> new Probe.Remote(entry.get(REMOTE), entry.get(TARGET))),
                one(
                        Probe.HandedOver.class,
                        List.of(HANDED_OVER, FROM),
                        entry -> new Probe.HandedOver(entry.get(FROM), entry.get(HANDED_OVER))));
    }

    /// One kind of probe, told from the others by its first key.
    static <P extends Probe> ChoiceForm.Case<P> one(
            Class<P> type, List<Field<P, ?>> fields, Function<Entry<P>, P> make) {
        return new ChoiceForm.Case<>(type, new EntryForm<>(fields.getFirst().key() + " probe", fields, make));
    }
}
