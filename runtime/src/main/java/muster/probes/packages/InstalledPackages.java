package muster.probes.packages;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import muster.observation.Excerpt;
import muster.sandbox.Bundled;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The Python packages that the interpreter can import, from their metadata; none is imported.
public final class InstalledPackages {
    private static final Duration WALL = Duration.ofSeconds(30);

    private final Path python;
    private final Launcher launcher;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Listing listing;

    /// @param versions by normalised name
    /// @param modules by top-level module, the names of the packages that bring it
    /// @param found top-level modules whose files are there
    private record Listing(
            Map<String, String> versions, Map<String, Set<String>> modules, Set<String> found, String why) {
        static Listing none(String why) {
            return new Listing(Map.of(), Map.of(), Set.of(), why);
        }
    }

    public InstalledPackages(Path python, Launcher launcher) {
        this.python = python;
        this.launcher = launcher;
    }

    /// The installed version, if the package is installed.
    @Nullable
    public String version(String name) throws InterruptedException {
        return listing().versions().get(normalised(name));
    }

    /// True if some package brings this top-level module.
    public boolean bringsModule(String module) throws InterruptedException {
        return listing().modules().containsKey(module);
    }

    /// Names of the packages that bring a top-level module, normalised.
    public Set<String> bringing(String module) throws InterruptedException {
        return listing().modules().getOrDefault(module, Set.of());
    }

    /// The modules of a package whose files are there, sorted.
    Set<String> importable(String name) throws InterruptedException {
        var wanted = normalised(name);
        return listing().modules().entrySet().stream()
                .filter(module -> module.getValue().contains(wanted))
                .map(Map.Entry::getKey)
                .filter(listing().found()::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Why nothing is known, empty if the interpreter answered.
    public String whyUnknown() throws InterruptedException {
        return listing().why();
    }

    /// Source of the rule: PEP 503.
    static String normalised(String name) {
        return name.strip().replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }

    private Listing listing() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (listing == null) {
                listing = asked();
            }
            return listing;
        } finally {
            lock.unlock();
        }
    }

    private Listing asked() throws InterruptedException {
        var argv =
                List.of(python.toString(), "-I", "-B", "-c", Bundled.text(InstalledPackages.class, "list_packages.py"));
        return switch (launcher.run(Launch.of(argv, Path.of("/"), WALL))) {
            case Launched.Ended ended ->
                ended.exit() == 0 ? read(ended.stdout()) : Listing.none(Excerpt.firstLine(ended.stderr()));
            case Launched.Overran _ -> Listing.none("the interpreter did not come back");
            case Launched.NotStarted(String why) -> Listing.none(why);
        };
    }

    private static Listing read(String out) {
        try {
            var answer = JsonMapper.shared().readTree(out);
            var versions = new HashMap<String, String>();
            answer.path("versions")
                    .properties()
                    .forEach(entry -> versions.put(
                            normalised(entry.getKey()), entry.getValue().asString()));
            var modules = new HashMap<String, Set<String>>();
            answer.path("modules").properties().forEach(entry -> modules.put(entry.getKey(), names(entry.getValue())));
            var found =
                    answer.path("found").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
            return new Listing(versions, modules, found, "");
        } catch (JacksonException e) {
            return Listing.none("the interpreter's answer cannot be read");
        }
    }

    private static Set<String> names(JsonNode node) {
        return node.valueStream().map(name -> normalised(name.asString())).collect(Collectors.toSet());
    }
}
