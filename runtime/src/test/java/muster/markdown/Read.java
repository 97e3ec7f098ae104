package muster.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import muster.plan.Parsed;
import muster.plan.Plan;
import org.junit.jupiter.api.Assumptions;

/// Reads documents in tests.
final class Read {
    private Read() {}

    static Plan plan(String... lines) {
        return imported("plan.md", String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .plan();
    }

    static Reading reading(String... lines) {
        return Reading.of(DocumentReader.read("plan.md", String.join("\n", lines)));
    }

    static Imported imported(String name, byte[] bytes) {
        Parsed<Imported> parsed = new MarkdownImporter().readWhole(name, bytes);
        assertThat(parsed).isInstanceOf(Parsed.Ok.class);
        return ((Parsed.Ok<Imported>) parsed).value();
    }

    static Imported seed(String name) {
        return imported(name, seedBytes(name));
    }

    static byte[] seedBytes(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path seed = folder.resolve("shared/seeds").resolve(name);
            if (Files.exists(seed)) {
                return bytes(seed);
            }
        }
        Assumptions.abort("the seed " + name + " is not on this machine");
        throw new IllegalStateException();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
