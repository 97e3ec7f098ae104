package muster.probes.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.probes.packages.PomFile.Coordinates;
import muster.probes.packages.PomFile.Parent;
import org.jspecify.annotations.Nullable;

/// The `pom.xml` files of a workspace and those that Maven keeps on this machine. Nothing is fetched.
final class Poms {
    private static final String FILE = "pom.xml";
    private static final Pattern PART = Pattern.compile("[\\w-]+(?:\\.[\\w-]+)*");
    private static final long LARGEST = 4L << 20;

    private final Map<String, PomFile> here = new TreeMap<>();
    private final Map<String, Optional<PomFile>> kept = new HashMap<>();
    private final Path repository;

    /// @param repository Maven's local repository; need not be there
    Poms(Ground ground, Path repository) {
        this.repository = repository;
        for (var path : ground.files(path -> path.equals(FILE) || path.endsWith("/" + FILE))) {
            if (ground.look(path) instanceof Looked.Found found) {
                PomFile.read(path, found.text()).ifPresent(pom -> here.put(path, pom));
            }
        }
    }

    @Nullable
    PomFile at(String path) {
        return here.get(path);
    }

    /// The parent: where it should lie if the file there is it, else from the local repository.
    Optional<PomFile> parent(PomFile child, Parent parent) {
        var near = child.path() == null || parent.relative() == null ? null : near(child.path(), parent.relative());
        var beside = near == null ? null : here.get(near);
        return beside != null && isIt(beside, parent.coordinates()) ? Optional.of(beside) : named(parent.coordinates());
    }

    /// The file of these coordinates.
    Optional<PomFile> named(Coordinates coordinates) {
        return here.values().stream()
                .filter(pom -> isIt(pom, coordinates))
                .findFirst()
                .or(() -> kept.computeIfAbsent(coordinates.toString(), _ -> read(coordinates)));
    }

    /// A version that is a property, as of one that the build sets, is taken for the same.
    private static boolean isIt(PomFile pom, Coordinates wanted) {
        var is = pom.whole();
        return is.name().equals(wanted.name())
                && (is.version().equals(wanted.version())
                        || is.version().contains("${")
                        || wanted.version().contains("${"));
    }

    private static @Nullable String near(String child, String relative) {
        var folder = Path.of(child).getParent();
        var there = (folder == null ? Path.of("") : folder).resolve(relative).normalize();
        if (there.isAbsolute() || there.startsWith("..")) {
            return null;
        }
        return relative.endsWith(".xml")
                ? there.toString()
                : there.resolve(FILE).toString();
    }

    private Optional<PomFile> read(Coordinates coordinates) {
        var parts = java.util.List.of(coordinates.group(), coordinates.artifact(), coordinates.version());
        if (!parts.stream().allMatch(part -> PART.matcher(part).matches())) {
            return Optional.empty();
        }
        var file = repository
                .resolve(coordinates.group().replace('.', '/'))
                .resolve(coordinates.artifact())
                .resolve(coordinates.version())
                .resolve(coordinates.artifact() + "-" + coordinates.version() + ".pom");
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LARGEST
                    ? PomFile.read(null, Files.readString(file))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
