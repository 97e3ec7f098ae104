package muster.wiring;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import muster.audit.InputDigest;
import muster.audit.ProbeResult;
import muster.observation.Observation;
import muster.observation.Redaction;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.HostProbe;
import muster.plan.Parsed;
import muster.plan.Probing;
import muster.probes.Checked;
import muster.probes.Checks;
import muster.probes.host.FileStamp;
import muster.probes.host.HostProbes;
import muster.sandbox.Launcher;
import muster.sandbox.Trust;
import muster.wiring.CheckLine.Met;
import muster.wiring.CheckLine.Origin;
import muster.yaml.ChecksReader;
import org.jspecify.annotations.Nullable;

/// Runs a plain list of checks and prints every outcome in its order, as soon as it is there.
public final class ChecksAudit {
    /// A file is known by its stamp, a command only by its program: what else it looks at may have changed.
    private static final Duration COMMANDS_LAST = Duration.ofHours(1);

    private static final Redaction SHAPES = Redaction.of(Set.of());

    private final Asked asked;
    private final PrintStream out;
    private final ChecksMemory memory;
    private final Map<Met, Integer> counts = new EnumMap<>(Met.class);

    /// To be remembered; without that nothing is kept that grows with the list.
    private final List<Remembered.Row> rows = new ArrayList<>();

    /// Many commands rest on the same program.
    private final Map<Path, Remembered.Input> inputs = new HashMap<>();

    private final Instant begun;

    private int told;
    private int reused;

    /// How many there are; the interrupted run tells fewer.
    private int listed;

    /// Whether outcomes of the last run are taken over where nothing they rest on has changed.
    public enum Reuse {
        NOTHING,
        UNCHANGED
    }

    /// How outcomes are printed.
    public enum Form {
        LINES,
        JSON
    }

    /// What is asked for.
    ///
    /// @param file the list
    /// @param workspace what relative paths are relative to
    public record Asked(Path file, Workspace workspace, Trust trust, Machines machines, Reuse reuse, Form form) {

        /// The same of another list.
        public Asked of(Path other) {
            return new Asked(other, workspace, trust, machines, reuse, form);
        }

        /// The same in another workspace.
        public Asked in(Workspace other) {
            return new Asked(file, other, trust, machines, reuse, form);
        }

        /// The same under another trust, which only the operator may decide.
        public Asked trusting(Trust other) {
            return new Asked(file, workspace, other, machines, reuse, form);
        }

        /// The same of other machines.
        public Asked looking(Machines others) {
            return new Asked(file, workspace, trust, others, reuse, form);
        }

        /// The same with more or less taken over.
        public Asked reusing(Reuse other) {
            return new Asked(file, workspace, trust, machines, other, form);
        }

        /// The same in another form.
        public Asked as(Form other) {
            return new Asked(file, workspace, trust, machines, reuse, other);
        }
    }

    /// How many checks ended how.
    ///
    /// @param listed how many there are; more than all if the run was interrupted
    /// @param unmet those that are needed
    /// @param unknown of those that are needed, the ones that nothing was found out about
    public record Counted(int listed, int all, int met, int unmet, int unknown, int reused) {
        /// True if everything that is needed is met.
        public boolean isGood() {
            return isWhole() && unmet == 0 && unknown == 0;
        }

        /// False if the run was interrupted before its end.
        public boolean isWhole() {
            return listed == all;
        }
    }

    /// An audit, not begun.
    public ChecksAudit(Asked asked, PrintStream out, InstantSource clock) {
        this.asked = asked;
        this.out = out;
        begun = clock.instant();
        memory = new ChecksMemory(asked.workspace().root(), asked.workspace().own(), asked.file(), means(asked));
    }

    private static String means(Asked asked) {
        var target = asked.machines().target();
        return asked.trust() + (target == null ? "" : " " + target.address());
    }

    /// Runs the list, or says what is wrong with it. Interrupted, it tells what there is and says that it is not all.
    public Parsed<Counted> run() throws IOException, InterruptedException {
        var known = asked.reuse() == Reuse.UNCHANGED ? memory.read() : null;
        return known == null ? fresh() : again(known.rows());
    }

    private Parsed<Counted> fresh() throws IOException {
        return switch (ChecksReader.read(asked.file())) {
            case Parsed.Failed<List<Expectation>>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<List<Expectation>>(var checks) -> {
                begin();
                listed = checks.size();
                yield run(checks, checked -> tell(row(checked), Origin.PROBED)) == Run.WHOLE
                        ? finish(Memory.NEW)
                        : finish(Memory.AS_IT_IS);
            }
        };
    }

    private enum Run {
        WHOLE,
        INTERRUPTED
    }

    private Run run(List<Expectation> checks, Consumer<Checked> each) throws IOException {
        try {
            checks().run(asked.machines().aimed(checks), each);
            return Run.WHOLE;
        } catch (InterruptedException e) {
            return Run.INTERRUPTED;
        }
    }

    /// Ports are looked at again, because one look serves them all; of the rest only what has changed.
    private Parsed<Counted> again(List<Remembered.Row> known) throws IOException, InterruptedException {
        var ports = new HostProbes(asked.workspace().root(), Launcher.forThisMachine(), Map.of());
        var kept = new HashMap<String, Remembered.Row>();
        var changed = new HashSet<String>();
        for (var row : known) {
            if (row.port() != null) {
                kept.put(row.id(), seen(row, ports.of(row.port(), Probing.ONCE).getFirst()));
            } else if (!holds(row)) {
                changed.add(row.id());
            }
        }
        var run = Run.WHOLE;
        if (!changed.isEmpty()) {
            switch (ChecksReader.read(asked.file())) {
                case Parsed.Failed<List<Expectation>>(var problems) -> {
                    return new Parsed.Failed<>(problems);
                }
                case Parsed.Ok<List<Expectation>>(var checks) -> run = probe(checks, changed, kept);
            }
        }
        return run == Run.INTERRUPTED || kept.keySet().containsAll(changed) ? told(known, kept, changed) : fresh();
    }

    private Parsed<Counted> told(List<Remembered.Row> known, Map<String, Remembered.Row> kept, Set<String> changed)
            throws IOException {
        begin();
        listed = known.size();
        for (var row : known) {
            var now = kept.get(row.id());
            if (now != null) {
                tell(now, Origin.PROBED);
            } else if (!changed.contains(row.id())) {
                tell(row, Origin.REUSED);
            }
        }
        return finish(changed.isEmpty() || told < listed ? Memory.AS_IT_IS : Memory.NEW);
    }

    private Run probe(List<Expectation> checks, Set<String> changed, Map<String, Remembered.Row> into)
            throws IOException {
        var wanted = checks.stream()
                .filter(check -> changed.contains(check.id().value()))
                .toList();
        return run(wanted, checked -> into.put(checked.check().id().value(), row(checked)));
    }

    /// Only what proved something is taken over.
    private boolean holds(Remembered.Row row) {
        boolean proven = row.result() == ProbeResult.PASS || row.result() == ProbeResult.FAIL;
        boolean lasting = !row.kind().equals("command")
                || Duration.between(row.at(), begun).compareTo(COMMANDS_LAST) < 0;
        return proven && lasting && row.holds();
    }

    private Checks checks() throws IOException {
        return new Checks(
                muster.probes.Workspace.of(asked.workspace().root())
                        .withTrust(asked.trust())
                        .reachingBy(asked.machines().routes()),
                begun);
    }

    private Remembered.Row row(Checked checked) {
        var check = checked.check();
        return new Remembered.Row(
                check.id().value(),
                target(check),
                checked.kind(),
                checked.result(),
                check.need(),
                Met.of(checked),
                checked.summary(),
                begun,
                port(check),
                asked.reuse() == Reuse.UNCHANGED ? inputs(checked.inputs()) : List.of());
    }

    private static String target(Expectation check) {
        var elsewhere = check.probing().elsewhere();
        return SHAPES.redact(check.probe().target()) + (elsewhere == null ? "" : " on " + elsewhere.address());
    }

    /// A port that takes more than one look goes the long way.
    private static HostProbe.@Nullable Port port(Expectation check) {
        return check.probe() instanceof HostProbe.Port port
                        && check.probing().equals(Probing.ONCE)
                        && check.level().compareTo(AssuranceLevel.EXISTS) <= 0
                ? port
                : null;
    }

    /// The files among them; of anything else nothing tells whether it has changed, so then there are none.
    private List<Remembered.Input> inputs(List<InputDigest> digests) {
        var files = new ArrayList<Remembered.Input>(digests.size());
        try {
            for (var digest : digests) {
                var path = FileStamp.path(digest);
                if (path == null) {
                    return List.of();
                }
                files.add(inputs.computeIfAbsent(path, one -> Remembered.Input.of(one, begun)));
            }
            return files;
        } catch (UncheckedIOException e) {
            return List.of();
        }
    }

    private Remembered.Row seen(Remembered.Row before, Observation seen) {
        return new Remembered.Row(
                before.id(),
                before.target(),
                before.kind(),
                seen.result(),
                before.need(),
                Met.of(before.need(), seen.result()),
                seen.summary(),
                begun,
                before.port(),
                List.of());
    }

    private void begin() {
        if (asked.form() == Form.JSON) {
            out.println("{\"schema\":\"muster.checks/1\",\"checks\":[");
        }
    }

    private void tell(Remembered.Row row, Origin origin) {
        reused += origin == Origin.REUSED ? 1 : 0;
        switch (asked.form()) {
            case LINES -> out.println(CheckLine.plain(row));
            case JSON -> out.println((told == 0 ? "" : ",") + CheckLine.json(row, origin));
        }
        told++;
        counts.merge(row.met(), 1, Integer::sum);
        if (asked.reuse() == Reuse.UNCHANGED) {
            rows.add(row);
        }
    }

    /// Whether there is something new to keep.
    private enum Memory {
        NEW,
        AS_IT_IS
    }

    private Parsed<Counted> finish(Memory kept) throws IOException {
        var counted = new Counted(listed, told, count(Met.YES), count(Met.NO), count(Met.UNKNOWN), reused);
        switch (asked.form()) {
            case LINES ->
                out.printf(
                        "%s%d checks: %d met, %d not, %d unknown%n",
                        counted.isWhole() ? "" : "interrupted after " + counted.all() + " of ",
                        counted.listed(),
                        counted.met(),
                        counted.unmet(),
                        counted.unknown());
            case JSON ->
                out.println("],\"whole\":" + counted.isWhole() + ",\"all\":" + counted.all() + ",\"met\":"
                        + counted.met() + ",\"unmet\":" + counted.unmet() + ",\"unknown\":" + counted.unknown()
                        + ",\"reused\":" + counted.reused() + "}");
        }
        if (asked.reuse() == Reuse.UNCHANGED && kept == Memory.NEW) {
            memory.write(rows, begun);
        }
        return new Parsed.Ok<>(counted);
    }

    private int count(Met met) {
        return counts.getOrDefault(met, 0);
    }
}
