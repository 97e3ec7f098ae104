package muster.probes;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import muster.audit.Evidence;
import muster.audit.Prober;
import muster.observation.Ground;
import muster.observation.Observation;
import muster.observation.Once;
import muster.observation.Recorder;
import muster.observation.Redaction;
import muster.plan.CloudProbe;
import muster.plan.ContentProbe;
import muster.plan.DataProbe;
import muster.plan.Expectation;
import muster.plan.HostProbe;
import muster.plan.Probe;
import muster.plan.Probing;
import muster.probes.cloud.CloudForecast;
import muster.probes.cloud.CloudProbes;
import muster.probes.content.ContentProbes;
import muster.probes.data.Catalogue;
import muster.probes.data.Databases;
import muster.probes.files.FileProbe;
import muster.probes.files.GitHistory;
import muster.probes.files.GitIndex;
import muster.probes.files.HandOverProbe;
import muster.probes.host.HostProbes;
import muster.probes.packages.DependencyProbe;
import muster.probes.packages.InstalledPackages;
import muster.probes.packages.InstalledVersions;
import muster.probes.packages.ToolProbe;
import muster.probes.scripts.ScriptMeans;
import muster.probes.scripts.ScriptProbe;
import muster.sandbox.Launcher;
import muster.sandbox.Sandbox;
import muster.targets.LocalDriver;
import muster.targets.Shells;
import org.jspecify.annotations.Nullable;

/// Performs probes in a workspace. The first piece of evidence is the probe's own; the others corroborate it.
/// What is the same for all probes of an audit (sources, packages, catalogues) is read once, so make one for each
/// audit. A family is made when its first probe is: most lists need few of them, and some take long to load.
public final class Probes implements Prober, AutoCloseable {
    private final Once<FileProbe> files;
    private final Once<ScriptProbe> scripts;
    private final Once<CapabilityProbe> capabilities;
    private final CommandProbe commands;
    private final Once<DependencyProbe> dependencies;
    private final Once<ToolProbe> tools;
    private final Once<HandOverProbe> handOvers;
    private final HostProbes machine;
    private final Once<ContentProbes> contents;
    private final Once<DatabaseProbes> database;
    private final Once<CloudProbes> clouds;
    private final Once<Recorder> recorder;
    private final Tries tries;
    private final Once<Elsewhere> elsewhere;

    /// @param workspace what is probed, and by what means
    public Probes(Workspace workspace) {
        this(workspace, Launcher.forThisMachine(), Thread::sleep);
    }

    Probes(Workspace workspace, Launcher launcher, Tries.Pause pause) {
        var ground = new Ground(workspace.root());
        var git = new GitHistory(new GitIndex(workspace.root(), launcher));
        var packages = new InstalledPackages(workspace.python(), launcher);
        files = new Once<>(() -> new FileProbe(ground, git));
        scripts = new Once<>(() -> ScriptProbe.of(files.get(), means(ground, workspace, launcher, packages)));
        capabilities = new Once<>(() -> new CapabilityProbe(ground, scripts.get(), workspace.selfTests()));
        commands = new CommandProbe(
                workspace.root(),
                new Sandbox(launcher),
                new Shells(new LocalDriver(workspace.root())),
                workspace.trust());
        var home = Path.of(System.getProperty("user.home"));
        dependencies = new Once<>(
                () -> new DependencyProbe(ground, packages, new InstalledVersions(ground, packages, launcher, home)));
        tools = new Once<>(() -> new ToolProbe(workspace.root(), launcher));
        handOvers = new Once<>(() -> new HandOverProbe(ground));
        machine = new HostProbes(workspace.root(), launcher, System.getenv());
        contents = new Once<>(() -> new ContentProbes(ground, launcher));
        database = new Once<>(() -> DatabaseProbes.of(workspace));
        clouds = new Once<>(() -> new CloudProbes(workspace.services()));
        recorder = new Once<>(() -> new Recorder(Redaction.of(workspace.secrets()), workspace.host()));
        tries = new Tries(pause);
        elsewhere = new Once<>(() -> new Elsewhere(workspace.routes(), workspace.trust()));
    }

    private static ScriptMeans means(
            Ground ground, Workspace workspace, Launcher launcher, InstalledPackages packages) {
        return new ScriptMeans(
                workspace.python(),
                launcher,
                packages,
                new Catalogue(new Databases(workspace.databases()), ground),
                workspace.naming(),
                workspace.trust(),
                workspace.reach());
    }

    @Override
    public List<Evidence> probe(Expectation expectation, Instant now) {
        long begin = System.nanoTime();
        var seen = observed(expectation, now);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        return seen.stream()
                .map(one -> one.took().isZero() ? one.took(took) : one)
                .map(one -> recorder.get().record(expectation, now, one))
                .toList();
    }

    /// What the probe of an expectation would use, found out without making it; none if it is of a kind that uses
    /// nothing but this machine.
    public @Nullable Evidence estimate(Expectation expectation, Instant now) throws InterruptedException {
        var limits = expectation.probing().budget();
        var seen = estimated(expectation.probe(), limits == null ? new Probing.Budget(null, null, null) : limits);
        return seen == null ? null : recorder.get().record(expectation, now, seen);
    }

    private @Nullable Observation estimated(Probe probe, Probing.Budget budget) throws InterruptedException {
        return switch (probe) {
            case DataProbe data -> database.get().estimate(data, budget);
            case CloudProbe cloud -> new CloudForecast(clouds.get().connections()).of(cloud, budget);
            case Probe.Table table -> database.get().estimate(table, table.database(), budget);
            case Probe.ScratchTable scratch -> database.get().estimate(scratch, scratch.database(), budget);
            case Probe.Listing listing -> database.get().estimate(listing, listing.database(), budget);
            case Probe.FileThere _,
                    Probe.Tracked _,
                    Probe.Written _,
                    Probe.Script _,
                    Probe.Capability _,
                    Probe.Command _,
                    Probe.Dependency _,
                    Probe.Tool _,
                    Probe.Remote _,
                    Probe.HandedOver _,
                    HostProbe _,
                    ContentProbe _ -> null;
        };
    }

    /// Probes all at once and tells each result, on the caller's thread, the moment it is there.
    ///
    /// @throws InterruptedException if interrupted; whatever still runs is killed
    public void probeAll(
            Collection<Expectation> expectations, Instant now, BiConsumer<Expectation, List<Evidence>> seen)
            throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ExecutorCompletionService<Done>(executor);
            expectations.forEach(one -> done.submit(() -> new Done(one, probe(one, now))));
            try {
                tell(done, expectations.size(), seen);
            } finally {
                executor.shutdownNow();
                rest();
            }
        }
    }

    private record Done(Expectation expectation, List<Evidence> evidence) {}

    private static void tell(
            ExecutorCompletionService<Done> done, int count, BiConsumer<Expectation, List<Evidence>> seen)
            throws InterruptedException {
        for (int i = 0; i < count; i++) {
            try {
                var next = done.take().get();
                seen.accept(next.expectation(), next.evidence());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a probe answers with evidence, it never throws", e);
            }
        }
    }

    @Override
    public void close() {
        rest();
    }

    /// Ends what only waits for more to do.
    void rest() {
        commands.rest();
        elsewhere.ifRead(Elsewhere::rest);
    }

    private void forget() {
        machine.forget();
        elsewhere.ifRead(Elsewhere::forget);
    }

    /// What a probe sees, before it is recorded.
    List<Observation> observed(Expectation expectation, Instant now) {
        try {
            return tries.of(expectation.probing(), () -> observe(expectation, now), this::forget);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return broken(Observation.notRun("interrupted", expectation.title(), "the audit was interrupted"));
        } catch (RuntimeException | StackOverflowError e) {
            // A broken probe must not end the audit of everything else; it says nothing of what it probed.
            return broken(Observation.error("broken", expectation.title(), "the probe itself broke: " + e));
        }
    }

    private static List<Observation> broken(Observation observation) {
        return new ArrayList<>(List.of(observation));
    }

    private List<Observation> observe(Expectation expectation, Instant now) throws InterruptedException {
        var target = expectation.probing().elsewhere();
        return target == null ? here(expectation, now) : List.of(elsewhere.get().of(expectation, target));
    }

    private List<Observation> here(Expectation expectation, Instant now) throws InterruptedException {
        return switch (expectation.probe()) {
            case Probe.FileThere(String path) -> files.get().there(path);
            case Probe.Tracked(String path) -> files.get().tracked(path);
            case Probe.Written(String path) -> files.get().written(path);
            case Probe.Script script -> scripts.get().of(script, expectation.level());
            case Probe.Capability capability -> capabilities.get().of(capability, expectation);
            case Probe.Command command -> commands.of(command, expectation.probing());
            case Probe.Dependency(String ecosystem, String name, String range) ->
                dependencies.get().of(ecosystem, name, range);
            case Probe.Tool(String name, String range) -> tools.get().of(name, range);
            case Probe.Table table -> database.get().of(table);
            case Probe.ScratchTable scratch -> database.get().of(scratch, now);
            case Probe.Listing listing -> database.get().of(listing);
            case Probe.Remote remote -> HandOverProbe.remote(remote);
            case Probe.HandedOver handedOver -> handOvers.get().of(handedOver);
            case HostProbe host -> machine.of(host, expectation.probing());
            case ContentProbe content -> contents.get().of(content);
            case DataProbe data -> database.get().of(data, expectation, now);
            case CloudProbe cloud -> clouds.get().of(cloud, now);
        };
    }
}
