package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The command line over a workspace as a process of its own, to be killed.
///
/// @param environment added to that of the tests
record JavaProcess(Path workspace, Map<String, String> environment) {

    /// Starts it; what it prints is in the files `output` and `errors` of the workspace.
    Process start(String... words) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var argv =
                new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp"));
        argv.addAll(List.of(System.getProperty("java.class.path"), Muster.class.getName()));
        argv.addAll(List.of(words));
        argv.addAll(List.of("--workspace", workspace.toString()));
        var builder = new ProcessBuilder(argv)
                .redirectError(workspace.resolve("errors").toFile())
                .redirectOutput(workspace.resolve("output").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
