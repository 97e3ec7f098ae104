package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import muster.markdown.Imported;
import muster.markdown.MarkdownImporter;
import muster.plan.Parsed;
import muster.plan.Plan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportedPlanTest {

    @ParameterizedTest
    @ValueSource(strings = {"003_e201b026a90178e6.txt", "004_6e826696a097c9b8.txt"})
    void theSeedsReadBackFromTheirPlanFiles(String seed) throws IOException {
        var plan = imported(seed);

        var text = PlanWriter.write(plan);

        assertThat(PlanReader.read("muster.yaml", text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Parsed.Ok<>(plan));
    }

    private static Plan imported(String seed) throws IOException {
        var file = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/seeds").resolve(seed))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(file.isPresent(), "the seeds are not here");
        var parsed = new MarkdownImporter().readWhole(seed, Files.readAllBytes(file.orElseThrow()));
        assertThat(parsed).isInstanceOf(Parsed.Ok.class);
        return ((Parsed.Ok<Imported>) parsed).value().plan();
    }
}
