package muster.probes.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.observation.Ground;
import muster.observation.Looked;
import org.jspecify.annotations.Nullable;

/// The packages that a repository's manifests, lock files and Dockerfiles name. A file that cannot be read names none.
public final class Manifests {
    private static final List<String> OTHERS = List.of(
            "pyproject.toml",
            "setup.cfg",
            "poetry.lock",
            "uv.lock",
            "pipfile.lock",
            "package.json",
            "package-lock.json",
            "cargo.toml",
            "cargo.lock",
            "pom.xml");

    /// What each file mentions, by path.
    private final Map<String, List<Mention>> mentions;

    /// The version that holds in a folder, by package and folder.
    private final Map<String, Map<String, String>> locks;

    private Manifests(Map<String, List<Mention>> mentions) {
        this.mentions = mentions;
        this.locks = locks(mentions);
    }

    /// Reads every manifest of the workspace.
    public static Manifests of(Ground ground) {
        return of(ground, Path.of(System.getProperty("user.home"), ".m2", "repository"));
    }

    /// The same with a local repository of Maven's, in which parents and imports are looked for.
    static Manifests of(Ground ground, Path repository) {
        var poms = new Poms(ground, repository);
        var mentions = new TreeMap<String, List<Mention>>();
        for (var path : ground.files(path -> isManifest(name(path)))) {
            if (ground.look(path) instanceof Looked.Found found) {
                var isPom = name(path).equals("pom.xml");
                mentions.put(path, isPom ? EffectivePom.mentions(poms, path) : read(name(path), found.text()));
            }
        }
        return new Manifests(mentions);
    }

    /// The files that were read, sorted.
    public List<String> files() {
        return List.copyOf(mentions.keySet());
    }

    /// Every package once for each place that declares it, and those that only a lock file names; by path and line.
    public List<DeclaredPackage> packages() {
        var packages = new ArrayList<DeclaredPackage>();
        mentions.forEach((path, all) -> all.forEach(mention -> packages.add(declared(path, mention))));
        var direct = packages.stream()
                .filter(one -> one.scope() == DeclaredPackage.Scope.DIRECT)
                .map(Manifests::key)
                .collect(Collectors.toSet());
        var seen = new HashSet<String>();
        return packages.stream()
                .filter(one -> one.scope() != DeclaredPackage.Scope.TRANSITIVE
                        || (!direct.contains(key(one)) && seen.add(key(one) + one.locked())))
                .toList();
    }

    /// The places that name a package, lock files among them.
    public List<DeclaredPackage> naming(Ecosystem ecosystem, String name) {
        var wanted = ecosystem.normal(name);
        var found = new ArrayList<DeclaredPackage>();
        mentions.forEach((path, all) -> all.stream()
                .filter(one -> one.ecosystem() == ecosystem
                        && ecosystem.normal(one.name()).equals(wanted))
                .forEach(one -> found.add(declared(path, one))));
        return found;
    }

    private DeclaredPackage declared(String path, Mention mention) {
        var scope = switch (mention.kind()) {
            case DECLARED -> DeclaredPackage.Scope.DIRECT;
            case LOCKED -> DeclaredPackage.Scope.TRANSITIVE;
            case CONTAINER -> DeclaredPackage.Scope.CONTAINER;
        };
        boolean locked = mention.kind() == Mention.Kind.LOCKED;
        return new DeclaredPackage(
                mention.ecosystem(),
                mention.name(),
                locked ? "" : mention.version(),
                locked ? mention.version() : lockFor(path, mention),
                scope,
                path,
                mention.line());
    }

    /// A lock file holds for its folder and those below it.
    private @Nullable String lockFor(String path, Mention mention) {
        if (mention.kind() == Mention.Kind.CONTAINER) {
            return null;
        }
        return locks.getOrDefault(key(mention.ecosystem(), mention.name()), Map.of()).entrySet().stream()
                .filter(lock -> path.startsWith(lock.getKey()))
                .max(Comparator.comparingInt(lock -> lock.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    private static Map<String, Map<String, String>> locks(Map<String, List<Mention>> mentions) {
        var locks = new HashMap<String, Map<String, String>>();
        mentions.forEach((path, all) -> {
            var folder = path.substring(0, path.lastIndexOf('/') + 1);
            all.stream()
                    .filter(one -> one.kind() == Mention.Kind.LOCKED)
                    .forEach(one -> locks.computeIfAbsent(key(one.ecosystem(), one.name()), _ -> new HashMap<>())
                            .putIfAbsent(folder, one.version()));
        });
        return locks;
    }

    private static String key(DeclaredPackage one) {
        return key(one.ecosystem(), one.name());
    }

    private static String key(Ecosystem ecosystem, String name) {
        return ecosystem + " " + ecosystem.normal(name);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isManifest(String name) {
        return isRequirements(name) || isDockerfile(name) || OTHERS.contains(name);
    }

    private static boolean isRequirements(String name) {
        return name.endsWith(".txt") && (name.contains("requirements") || name.startsWith("constraints"));
    }

    private static boolean isDockerfile(String name) {
        return name.equals("dockerfile") || name.startsWith("dockerfile.") || name.endsWith(".dockerfile");
    }

    private static List<Mention> read(String name, String text) {
        return switch (name) {
            case "pyproject.toml" -> PythonFiles.pyproject(text);
            case "setup.cfg" -> PythonFiles.setupCfg(text);
            case "pipfile.lock" -> PythonFiles.pipfileLock(text);
            case "poetry.lock", "uv.lock" -> TomlFiles.lock(Ecosystem.PIP, text);
            case "package.json" -> NodeFiles.manifest(text);
            case "package-lock.json" -> NodeFiles.lock(text);
            case "cargo.toml" -> TomlFiles.cargo(text);
            case "cargo.lock" -> TomlFiles.lock(Ecosystem.CARGO, text);
            default -> isDockerfile(name) ? ContainerFile.read(text) : PythonFiles.requirements(text);
        };
    }
}
