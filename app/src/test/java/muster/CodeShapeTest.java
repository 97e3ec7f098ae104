package muster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Keeps the code readable in one sitting. The limits are the best value of each kind that was measured in the
/// code bases we learned from; see docs/decisions/0001-shape-of-the-code.md.
class CodeShapeTest {

    private static final int FILE_MEDIAN = 60;
    private static final int FILE_P95 = 250;
    private static final int FILE_MAX = 400;
    private static final int METHOD_MEDIAN = 5;
    private static final int METHOD_P95 = 20;
    private static final int METHOD_MAX = 45;
    private static final int PARAMETERS = 4;
    private static final int NESTING = 2;
    private static final double RECORDS = 0.40;

    private static final SourceTree MAIN = SourceTree.ofMainCode();

    @Test
    void noFileIsLongerThanOneSitting() {
        assertThat(MAIN.files.stream().filter(file -> lines(file) > FILE_MAX)).isEmpty();
    }

    @Test
    void theTypicalFileFitsOnAScreen() {
        assertThat(percentile(MAIN.files, CodeShapeTest::lines, 50)).isLessThanOrEqualTo(FILE_MEDIAN);
        assertThat(percentile(MAIN.files, CodeShapeTest::lines, 95)).isLessThanOrEqualTo(FILE_P95);
    }

    @Test
    void methodsAreShort() {
        assertThat(MAIN.methods)
                .allSatisfy(
                        method -> assertThat(method.lines()).as(method.name()).isLessThanOrEqualTo(METHOD_MAX));
        assertThat(percentile(MAIN.methods, SourceTree.Method::lines, 50)).isLessThanOrEqualTo(METHOD_MEDIAN);
        assertThat(percentile(MAIN.methods, SourceTree.Method::lines, 95)).isLessThanOrEqualTo(METHOD_P95);
    }

    @Test
    void methodsTakeFewParametersAndNestLittle() {
        assertThat(MAIN.methods.stream().filter(method -> method.parameters() > PARAMETERS))
                .isEmpty();
        assertThat(MAIN.methods.stream().filter(method -> method.depth() > NESTING))
                .isEmpty();
    }

    @Test
    void dataAreRecords() {
        var records = MAIN.types.stream()
                .filter(type -> type.kind() == Tree.Kind.RECORD)
                .count();

        assertThat((double) records / MAIN.types.size()).isGreaterThanOrEqualTo(RECORDS);
    }

    @Test
    void noClassIsAbstract() {
        assertThat(MAIN.types).noneMatch(SourceTree.Type::isAbstract);
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        assertThat(MAIN.types)
                .filteredOn(SourceTree.Type::exposed)
                .allSatisfy(
                        type -> assertThat(type.documented()).as(type.name()).isTrue());
    }

    @Test
    void everyPackageSaysWhatItIsForInOneSentence() {
        assertThat(MAIN.files.stream().map(Path::getParent).distinct()).allSatisfy(folder -> {
            var source = read(folder.resolve("package-info.java"));
            assertThat(source).as(folder.toString()).startsWith("/**").contains("@NullMarked");
            var sentence = source.substring(3, source.indexOf("*/"))
                    .replaceAll("[\\s*]+", " ")
                    .strip();
            assertThat(sentence).as(folder.toString()).endsWith(".").doesNotContain(". ");
        });
    }

    private static <T> long percentile(List<T> values, Function<T, Long> size, int percent) {
        var sorted = values.stream().map(size).sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static long lines(Path file) {
        return read(file).lines().count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
