package muster.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import muster.observation.Ground;
import muster.probes.packages.DeclaredPackage;
import muster.probes.packages.Manifests;
import muster.report.Component;

/// The packages that a folder asks for, as a report lists them.
final class DeclaredComponents {
    private DeclaredComponents() {}

    static List<Component> of(Path root) throws IOException {
        return Manifests.of(new Ground(root.toRealPath())).packages().stream()
                .map(DeclaredComponents::component)
                .toList();
    }

    private static Component component(DeclaredPackage declared) {
        return new Component(
                declared.ecosystem().name().toLowerCase(Locale.ROOT),
                declared.name(),
                declared.range(),
                declared.version(),
                declared.purl(),
                declared.place());
    }
}
