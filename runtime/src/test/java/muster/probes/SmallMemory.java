package muster.probes;

import java.nio.file.Path;
import java.util.List;
import muster.plan.AssuranceLevel;
import muster.plan.Language;
import muster.plan.Probe;

/// Probes three files of a folder; started with little memory by a test.
public final class SmallMemory {
    private SmallMemory() {}

    /// @param arguments the folder
    public static void main(String[] arguments) {
        var probes = new Probes(Workspace.of(Path.of(arguments[0])));
        for (var path : List.of("scripts/good.py", "l0.py", "large.sh")) {
            var language = path.endsWith(".py") ? Language.PYTHON : Language.SHELL;
            var evidence = probes.probe(
                            Yard.expecting(new Probe.Script(path, language), AssuranceLevel.REFERENCES_RESOLVE),
                            Yard.NOW)
                    .getFirst();
            System.out.println(path + " " + evidence.result() + " " + evidence.summary());
        }
    }
}
