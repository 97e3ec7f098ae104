package muster.probes.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.observation.Ground;
import muster.observation.Looked;

/// The Python packages that a project declares: in its `requirements*.txt` files, its `pyproject.toml` with all
/// extras and groups, and its `setup.cfg`.
///
/// @param names normalised
/// @param files where they are declared; if there are none, nothing is known of what is declared
public record Requirements(Set<String> names, List<String> files) {
    private static final Pattern LINE =
            Pattern.compile("(?s)^([A-Za-z0-9][A-Za-z0-9._-]*+)\\s*+(?:\\[[^]]*+])?+\\s*+(?:[<>=!~;@#(].*)?$");

    /// Modules whose packages have other names; source: the packages' own metadata.
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("yaml", "pyyaml"),
            Map.entry("sklearn", "scikit-learn"),
            Map.entry("PIL", "pillow"),
            Map.entry("cv2", "opencv-python"),
            Map.entry("bs4", "beautifulsoup4"),
            Map.entry("dateutil", "python-dateutil"),
            Map.entry("dotenv", "python-dotenv"),
            Map.entry("jwt", "pyjwt"),
            Map.entry("psycopg2", "psycopg2-binary"),
            Map.entry("skimage", "scikit-image"),
            Map.entry("git", "gitpython"),
            Map.entry("attr", "attrs"));

    public static Requirements of(Ground ground) {
        var files = ground.files(path -> {
            var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            return name.startsWith("requirements") && name.endsWith(".txt");
        });
        var names = files.stream()
                .map(ground::look)
                .flatMap(Requirements::lines)
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(match -> InstalledPackages.normalised(match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        var declaring = new ArrayList<>(files);
        Pyproject.FILES.stream().filter(ground::has).forEach(file -> {
            if (ground.look(file) instanceof Looked.Found found) {
                var declared = Pyproject.declared(found.text());
                names.addAll(declared);
                declaring.addAll(declared.isEmpty() ? List.of() : List.of(file));
            }
        });
        return new Requirements(names, declaring);
    }

    private static Stream<String> lines(Looked looked) {
        return looked instanceof Looked.Found found ? found.text().lines().map(String::strip) : Stream.of();
    }

    /// The names under which a package may be declared that brings this module: `google.cloud.storage` may come
    /// with `google-cloud-storage`, `google-cloud` or `google`.
    public static Set<String> packagesOf(List<String> modules) {
        var names = new TreeSet<String>();
        for (var module : modules) {
            var parts = module.split("\\.", -1);
            var name = new StringBuilder();
            for (var part : parts) {
                name.append(name.isEmpty() ? "" : "-").append(part);
                names.add(InstalledPackages.normalised(name.toString()));
            }
        }
        var other = new HashMap<>(OTHER_NAMES).get(modules.getFirst().split("\\.", -1)[0]);
        if (other != null) {
            names.add(other);
            names.add(other.replace("-binary", ""));
        }
        return names;
    }
}
