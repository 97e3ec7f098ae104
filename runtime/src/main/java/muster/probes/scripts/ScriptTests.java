package muster.probes.scripts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.observation.Ground;
import muster.probes.packages.InstalledPackages;

/// The tests of a script, by their names.
final class ScriptTests {
    private static final Path BATS = Path.of("/usr/bin/bats");

    private ScriptTests() {}

    static List<String> of(Ground ground, String script) {
        var stem = stem(script);
        var endings = isShell(script) ? List.of(".bats", ".sh") : List.of(".py");
        Set<String> names = endings.stream()
                .flatMap(ending -> Stream.of("test_" + stem + ending, stem + "_test" + ending, stem + ".bats"))
                .collect(Collectors.toSet());
        return ground.files(file -> names.contains(file.substring(file.lastIndexOf('/') + 1)) && !file.equals(script));
    }

    /// The name that its tests would usually have.
    static String usual(String script) {
        return "test_" + stem(script) + (isShell(script) ? ".bats or .sh" : ".py");
    }

    /// What runs a test; empty if the machine lacks it.
    static List<String> argv(String test, Path python, InstalledPackages packages) throws InterruptedException {
        if (test.endsWith(".bats")) {
            return Files.isExecutable(BATS) ? List.of(BATS.toString(), test) : List.of();
        }
        if (test.endsWith(".sh")) {
            return List.of("/usr/bin/bash", test);
        }
        return packages.version("pytest") != null
                ? List.of(python.toString(), "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", test)
                : List.of(python.toString(), "-B", "-m", "unittest", test);
    }

    private static boolean isShell(String script) {
        return script.endsWith(".sh") || script.endsWith(".bash");
    }

    private static String stem(String script) {
        var name = script.substring(script.lastIndexOf('/') + 1);
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
