package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.plan.Parsed;
import muster.wiring.ChosenPlan;
import muster.yaml.Choices;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What is audited, by which plan, at what time.
final class AuditScope {
    @Parameters(arity = "0..1", paramLabel = "PATH", description = "the folder that is audited; default: this one")
    private @Nullable Path path;

    @Option(names = "--workspace", paramLabel = "DIR", description = "the same as PATH")
    private @Nullable Path workspace;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description =
                    "the plan, as YAML or as a Markdown document that is imported; default: PATH's muster.yaml, or, "
                            + "without one, that everything works that is made to be run")
    private @Nullable Path plan;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "what the audit's clock shows; default: now")
    private @Nullable Instant at;

    @Option(names = "--profile", paramLabel = "NAME", description = "a profile of the plan file")
    private @Nullable String profile;

    @Option(names = "--var", paramLabel = "NAME=VALUE", description = "a variable of the plan file")
    private final Map<String, String> variables = new TreeMap<>();

    Path root() {
        return Stream.of(path, workspace, Path.of("."))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .toAbsolutePath()
                .normalize();
    }

    InstantSource clock() {
        return at == null ? InstantSource.system() : InstantSource.fixed(at);
    }

    /// A file or folder that is named and not there; none if all are.
    @Nullable
    Path missing() {
        if (!Files.isDirectory(root())) {
            return root();
        }
        return plan == null || Files.isRegularFile(plan) ? null : plan;
    }

    Parsed<ChosenPlan> plan() throws IOException {
        return ChosenPlan.of(root(), plan, new Choices(profile, variables), clock().instant());
    }
}
