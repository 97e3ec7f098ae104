package muster.claims;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.observation.Ground;
import muster.observation.Looked;
import org.jspecify.annotations.Nullable;

/// The files and folders of a repository by path and by name.
final class Tree {
    private static final int KEPT = 16;

    private final Ground ground;
    private final Set<String> files;
    private final Set<String> folders = new HashSet<>();
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Map<String, Optional<Looked.Found>> read = new LinkedHashMap<>();

    Tree(Ground ground) {
        this.ground = ground;
        this.files = new TreeSet<>(ground.files(_ -> true));
        for (var file : files) {
            byName.computeIfAbsent(name(file), _ -> new TreeSet<>()).add(file);
            for (var at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) {
                folders.add(file.substring(0, at));
            }
        }
    }

    Set<String> files() {
        return files;
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /// The path in the repository that a document means by a path: from the root, from the document's folder or from a
    /// folder over it; null if nothing is at any of them.
    @Nullable
    String resolve(String document, String path) {
        var plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return bases(document)
                .map(base -> normal(base.isEmpty() ? plain : base + "/" + plain))
                .filter(found -> found != null && isThere(found))
                .findFirst()
                .orElseGet(() -> ending(plain));
    }

    /// The one file whose path ends with a path that has a folder in it.
    private @Nullable String ending(String path) {
        var found = path.indexOf('/') <= 0 || path.startsWith(".")
                ? List.<String>of()
                : named(name(path)).stream()
                        .filter(file -> file.endsWith("/" + path))
                        .toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    /// The folder that the path should lie in, if that is there.
    @Nullable
    String parent(String document, String path) {
        var folder = folder(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        return folder.isEmpty() ? null : resolve(document, folder);
    }

    private static Stream<String> bases(String document) {
        var own = folder(document);
        return Stream.concat(Stream.iterate(own, each -> !each.isEmpty(), Tree::folder), Stream.of(""));
    }

    boolean isThere(String path) {
        return path.isEmpty() || files.contains(path) || folders.contains(path) || ground.has(path);
    }

    boolean isFolder(String path) {
        return folders.contains(path);
    }

    Set<String> named(String name) {
        return byName.getOrDefault(name, Set.of());
    }

    /// Files in a folder, at any depth.
    List<String> under(String folder) {
        return files.stream().filter(file -> file.startsWith(folder + "/")).toList();
    }

    /// The file; empty if it cannot be read. The last few are kept, since claims about one file stand together.
    Optional<Looked.Found> read(String path) {
        var known = read.get(path);
        if (known != null) {
            return known;
        }
        if (read.size() >= KEPT) {
            read.remove(read.keySet().iterator().next());
        }
        Optional<Looked.Found> found =
                ground.look(path) instanceof Looked.Found file ? Optional.of(file) : Optional.empty();
        read.put(path, found);
        return found;
    }

    /// The path without `.` and `..`; null if it leads out of the repository.
    static @Nullable String normal(String path) {
        var parts = new java.util.ArrayList<String>();
        for (var part : path.split("/", -1)) {
            if (part.equals("..") && parts.isEmpty()) {
                return null;
            }
            if (part.equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
