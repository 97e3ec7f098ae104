package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.audit.Evidence;
import muster.audit.InputDigest;
import muster.json.Sha256;
import muster.observation.Ground;
import muster.plan.CloudProbe;
import muster.plan.ContentProbe;
import muster.plan.DataProbe;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.HostProbe;
import muster.plan.Probe;
import muster.probes.data.ListedTables;
import org.jspecify.annotations.Nullable;

/// Decides which evidence of an earlier audit still counts, so that an audit probes only what has changed.
///
/// All evidence of an expectation is used again, or none. It is used again if it passed or proved nothing by nature,
/// has not expired, and neither the check nor a file it was made from has changed. What failed, broke or could not be
/// run is always probed again: what it lacked may be there by now. So is the state of a machine, of which no file
/// tells.
final class Reuse {
    private final Path root;
    private final DigestCache digests;

    Reuse(Workspace workspace) throws IOException {
        this.root = Files.exists(workspace.root()) ? workspace.root().toRealPath() : workspace.root();
        this.digests = new DigestCache(root, workspace.own().resolve("digests.tsv"));
    }

    /// Evidence that still counts, by expectation.
    ///
    /// @param before the newest audit; null if there was none
    Map<ExpectationId, List<Evidence>> of(Collection<Expectation> asked, @Nullable AuditRecord before, Instant now)
            throws IOException {
        if (before == null) {
            return Map.of();
        }
        var kept = before.evidence().stream().collect(Collectors.groupingBy(Evidence::expectation));
        var definitions = definitions(asked, root);
        var usable = new HashMap<ExpectationId, List<Evidence>>();
        for (var expectation : asked) {
            var evidence = kept.getOrDefault(expectation.id(), List.of());
            var id = expectation.id().value();
            var defined =
                    definitions.getOrDefault(id, "").equals(before.definitions().get(id));
            if (defined && isUsable(expectation, evidence, now)) {
                usable.put(expectation.id(), evidence);
            }
        }
        digests.save();
        return usable;
    }

    /// Hash of what each expectation asks for. A file that is a database, or lists its tables, counts as part of it: it
    /// has changed if its size or time has.
    static SortedMap<String, String> definitions(Collection<Expectation> expectations, Path root) throws IOException {
        var definitions = new TreeMap<String, String>();
        var stamp = expectations.stream().anyMatch(Reuse::isOfWarehouse) ? stamps(root) : "";
        for (var expectation : expectations) {
            var machine = expectation.probing().elsewhere();
            var asked = expectation.probe() + " " + expectation.level()
                    + (machine == null ? "" : " on " + machine.address()) + (isOfWarehouse(expectation) ? stamp : "");
            definitions.put(expectation.id().value(), Sha256.of(asked));
        }
        return definitions;
    }

    private static String stamps(Path root) throws IOException {
        var stamps = new StringBuilder(stamp(new Workspace(root).warehouse()));
        for (var listing : ListedTables.files(new Ground(root))) {
            stamps.append(stamp(root.resolve(listing)));
        }
        return stamps.toString();
    }

    private static String stamp(Path file) throws IOException {
        if (!Files.exists(file)) {
            return " none";
        }
        var seen = Files.readAttributes(file, BasicFileAttributes.class);
        return " " + seen.size() + " " + seen.lastModifiedTime();
    }

    /// What looks into the warehouse; scripts have the tables in their SQL looked up.
    private static boolean isOfWarehouse(Expectation expectation) {
        return switch (expectation.probe()) {
            case Probe.Table _,
                    Probe.ScratchTable _,
                    Probe.Listing _,
                    Probe.Capability _,
                    Probe.Script _,
                    DataProbe _ -> true;
            case Probe.FileThere _,
                    Probe.Command _,
                    Probe.Dependency _,
                    Probe.Tool _,
                    Probe.Tracked _,
                    Probe.Written _,
                    Probe.Remote _,
                    Probe.HandedOver _,
                    HostProbe _,
                    ContentProbe _,
                    CloudProbe _ -> false;
        };
    }

    /// Nothing here tells that another machine has changed.
    private boolean isUsable(Expectation expectation, List<Evidence> evidence, Instant now) throws IOException {
        var inputs = evidence.stream().flatMap(each -> each.inputs().stream()).toList();
        if (expectation.probing().elsewhere() != null || isOfTheMoment(expectation.probe())) {
            return false;
        }
        if (evidence.isEmpty() || (isReadFromFiles(expectation) && inputs.isEmpty())) {
            return false;
        }
        return evidence.stream().allMatch(each -> isValid(each, now)) && areUnchanged(inputs);
    }

    /// Ports, processes, services and the like: they may be gone a second later.
    private static boolean isOfTheMoment(Probe probe) {
        return probe instanceof HostProbe
                && !(probe instanceof HostProbe.FileState || probe instanceof HostProbe.FileAbsent);
    }

    /// Without a digest nothing tells that such a file, or what a command said, has changed.
    private static boolean isReadFromFiles(Expectation expectation) {
        return switch (expectation.probe()) {
            case Probe.FileThere _,
                    Probe.Command _,
                    Probe.Script _,
                    Probe.Tracked _,
                    Probe.Written _,
                    Probe.HandedOver _,
                    HostProbe.FileState _,
                    HostProbe.FileAbsent _,
                    ContentProbe _ -> true;
            case Probe.Capability _,
                    Probe.Dependency _,
                    Probe.Tool _,
                    Probe.Table _,
                    Probe.ScratchTable _,
                    Probe.Listing _,
                    Probe.Remote _,
                    HostProbe _,
                    DataProbe _,
                    CloudProbe _ -> false;
        };
    }

    private static boolean isValid(Evidence evidence, Instant now) {
        return !evidence.at().isAfter(now)
                && now.isBefore(evidence.expires())
                && switch (evidence.result()) {
                    case PASS, INCONCLUSIVE -> true;
                    case FAIL, ERROR, NOT_RUN -> false;
                };
    }

    private boolean areUnchanged(List<InputDigest> inputs) throws IOException {
        for (var input : inputs) {
            if (!input.sha256().equals(digests.digest(input.input()))) {
                return false;
            }
        }
        return true;
    }
}
