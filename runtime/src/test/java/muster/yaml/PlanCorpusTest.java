package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import tools.jackson.databind.json.JsonMapper;

/// The corpus has four groups: `good` files; files of a wrong `shape`, which the schema refuses too; files that make no
/// `sense`, which is beyond a schema; and files whose `text` is no plain YAML, which no schema gets to see.
class PlanCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/plans");

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(PlanSchema.text(), InputFormat.JSON);

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void goodFilesAreTakenByReaderAndSchema(Path file) {
        assertThat(read(file)).isInstanceOf(Parsed.Ok.class);
        assertThat(complaints(file)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void goodFilesAreTheSamePlanAfterWriting(Path file) {
        var plan = ((Parsed.Ok<Plan>) read(file)).value();

        var text = PlanWriter.write(plan);

        assertThat(PlanReader.read("again", text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Parsed.Ok<>(plan));
        assertThat(complaintsAbout(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shape")
    void filesOfAWrongShapeAreRefusedByReaderAndSchema(Path file) {
        Golden.check(problemsOf(file), problems(file));

        assertThat(complaints(file)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sense")
    void filesThatMakeNoSenseAreRefusedByTheReaderAlone(Path file) {
        Golden.check(problemsOf(file), problems(file));

        assertThat(complaints(file)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("text")
    void filesThatAreNoPlainYamlAreRefusedWithAPlace(Path file) {
        Golden.check(problemsOf(file), problems(file));
    }

    static Stream<Path> good() throws IOException {
        return files("good");
    }

    static Stream<Path> shape() throws IOException {
        return files("shape");
    }

    static Stream<Path> sense() throws IOException {
        return files("sense");
    }

    static Stream<Path> text() throws IOException {
        return files("text");
    }

    private static Stream<Path> files(String group) throws IOException {
        try (var files = Files.list(CORPUS.resolve(group))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    private static Path problemsOf(Path file) {
        return file.resolveSibling(file.getFileName().toString().replace(".yaml", ".problems"));
    }

    private static Parsed<Plan> read(Path file) {
        try {
            return PlanReader.read(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String problems(Path file) {
        return switch (read(file)) {
            case Parsed.Ok<Plan> _ -> "none";
            case Parsed.Failed<Plan> failed ->
                failed.problems().stream().map(Problem::toString).collect(Collectors.joining("\n", "", "\n"));
        };
    }

    private static Iterable<?> complaints(Path file) {
        try {
            return complaintsAbout(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Iterable<?> complaintsAbout(String yaml) {
        var settings = LoadSettings.builder().setSchema(new JsonSchema()).build();
        var tree = JsonMapper.shared().valueToTree(new Load(settings).loadFromString(yaml));
        return SCHEMA.validate(tree);
    }
}
