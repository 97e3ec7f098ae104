package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import muster.plan.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole plan that the importer makes of a whole directive, byte for byte.
class ImportGoldenTest {
    private static final Path EXAMPLE =
            Path.of("../examples/m008").toAbsolutePath().normalize();
    private static final Path GOLDEN = Path.of("src/test/resources/muster/import/m008-directive.yaml");

    /// To accept a change: run with `-Dmuster.golden=write` and read the difference.
    @Test
    void theExampleDirectiveBecomesThisPlan(@TempDir Path folder) throws IOException {
        var out = folder.resolve("plan.yaml");

        var read = Documents.importDocument(EXAMPLE.resolve("directive.md"), out);

        assertThat(read).isInstanceOf(Parsed.Ok.class);
        if ("write".equals(System.getProperty("muster.golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.copy(out, GOLDEN, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(Files.readString(out)).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void nothingIsWrittenForADocumentThatCannotBeRead(@TempDir Path folder) throws IOException {
        var document = Files.write(folder.resolve("damaged.md"), new byte[] {'#', ' ', (byte) 0xC3, (byte) 0x28});

        var read = Documents.importDocument(document, folder.resolve("plan.yaml"));

        assertThat(read).isInstanceOf(Parsed.Failed.class);
        assertThat(folder.resolve("plan.yaml")).doesNotExist();
    }
}
