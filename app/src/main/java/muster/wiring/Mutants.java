package muster.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.plan.AssuranceLevel;
import muster.plan.CloudProbe;
import muster.plan.ContentProbe;
import muster.plan.DataProbe;
import muster.plan.Expectation;
import muster.plan.HostProbe;
import muster.plan.Matcher;
import muster.plan.Probe;

/// The changes that a check has to notice, by kind of probe. Probes of machines and services beyond files, commands,
/// packages and databases have none: nothing there can be changed for a trial.
final class Mutants {
    private static final String OTHER = "muster-mutant";

    private Mutants() {}

    static List<Mutant> of(Expectation expectation) {
        if (expectation.probing().elsewhere() != null) {
            return List.of();
        }
        return switch (expectation.probe()) {
            case Probe.FileThere(String path) ->
                List.of(Mutant.removing(expectation, path), Mutant.emptying(expectation, path));
            case Probe.Written(String path) ->
                List.of(Mutant.removing(expectation, path), Mutant.emptying(expectation, path));
            case Probe.Script script -> script(expectation, script);
            case Probe.Tracked(String path) -> List.of(other(expectation, new Probe.Tracked(path + "." + OTHER)));
            case Probe.Command command -> command(expectation, command);
            case Probe.Dependency(String ecosystem, String name, String range) ->
                List.of(other(expectation, new Probe.Dependency(ecosystem, name + "-" + OTHER, range)));
            case Probe.Tool(String name, String range) ->
                List.of(other(expectation, new Probe.Tool(name + "-" + OTHER, range)));
            case Probe.Table table -> table(expectation, table);
            case Probe.Listing(String database, long tables) ->
                List.of(other(expectation, new Probe.Listing(database, tables + 1)));
            case HostProbe host -> host(expectation, host);
            case ContentProbe content -> content(expectation, content);
            case DataProbe data -> data(expectation, data);
            case Probe.Capability _, Probe.ScratchTable _, Probe.Remote _, Probe.HandedOver _, CloudProbe _ ->
                List.of();
        };
    }

    private static Mutant other(Expectation expectation, Probe probe) {
        return Mutant.expecting("asked for " + probe, expectation.testedBy(probe));
    }

    private static List<Mutant> script(Expectation expectation, Probe.Script script) {
        var mutants = new ArrayList<>(List.of(Mutant.removing(expectation, script.path())));
        if (expectation.level().compareTo(AssuranceLevel.PARSES) >= 0) {
            mutants.add(Mutant.breaking(expectation, script.path()));
        }
        return mutants;
    }

    private static List<Mutant> command(Expectation expectation, Probe.Command command) {
        var mutants = new ArrayList<>(List.of(other(expectation, expecting(command, new Matcher.Not(command.exit())))));
        var prints = command.prints();
        if (prints != null) {
            mutants.add(other(expectation, printing(command, prints + OTHER)));
        }
        return mutants;
    }

    private static Probe.Command expecting(Probe.Command command, Matcher exit) {
        return new Probe.Command(command.invocation(), exit, command.stdout(), command.stderr(), command.prints());
    }

    private static Probe.Command printing(Probe.Command command, String prints) {
        return new Probe.Command(command.invocation(), command.exit(), command.stdout(), command.stderr(), prints);
    }

    private static List<Mutant> table(Expectation expectation, Probe.Table table) {
        var columns = Stream.concat(table.columns().stream(), Stream.of(OTHER)).toList();
        return List.of(
                other(expectation, new Probe.Table(table.database(), table.table() + OTHER, table.columns())),
                other(expectation, new Probe.Table(table.database(), table.table(), columns)));
    }

    private static List<Mutant> host(Expectation expectation, HostProbe probe) {
        return switch (probe) {
            case HostProbe.FileState file -> file(expectation, file);
            case HostProbe.FileAbsent(String path) ->
                List.of(new Mutant("put a file at " + path, expectation, new Mutant.Input.Added(path)));
            case HostProbe _ -> List.of();
        };
    }

    private static List<Mutant> file(Expectation expectation, HostProbe.FileState file) {
        var mutants = new ArrayList<>(List.of(Mutant.removing(expectation, file.path())));
        if (file.sha256() != null || !file.contents().isEmpty()) {
            mutants.add(Mutant.emptying(expectation, file.path()));
        }
        return mutants;
    }

    private static List<Mutant> content(Expectation expectation, ContentProbe probe) {
        var removed = Mutant.removing(expectation, probe.target());
        return switch (probe) {
            case ContentProbe.ValueAt(var path, var format, var query, var value) ->
                List.of(
                        removed,
                        other(expectation, new ContentProbe.ValueAt(path, format, query, new Matcher.Not(value))));
            case ContentProbe _ -> List.of(removed);
        };
    }

    private static List<Mutant> data(Expectation expectation, DataProbe probe) {
        return switch (probe) {
            case DataProbe.Query(var database, var sql, var values) ->
                List.of(other(expectation, new DataProbe.Query(database, sql, new Matcher.Not(values))));
            case DataProbe.Conserved(var database, var before, var dropped, var created) ->
                List.of(other(expectation, new DataProbe.Conserved(database, before, dropped, created + 1)));
            case DataProbe.TableState state -> List.of(other(expectation, renamed(state)));
            case DataProbe _ -> List.of();
        };
    }

    private static DataProbe.TableState renamed(DataProbe.TableState state) {
        return new DataProbe.TableState(
                state.database(),
                state.table() + OTHER,
                state.rows(),
                new TreeMap<>(state.types()),
                new TreeMap<>(state.nullShare()),
                state.unique(),
                state.freshness());
    }
}
