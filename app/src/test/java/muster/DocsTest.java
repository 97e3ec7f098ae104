package muster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.cli.Muster;
import org.junit.jupiter.api.Test;

/// Documents rot when nothing reads them: this test does. Every link, path, type and command that a document names
/// exists.
class DocsTest {

    private static final int LONGEST_README = 150;
    private static final Path ROOT = SourceTree.root();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern PATH =
            Pattern.compile("(?:core|runtime|app|packs|picocli|docs|examples|benchmarks|\\.ci|\\.setup)/[\\w./-]*\\w");
    private static final Pattern COMMAND =
            Pattern.compile("(?:^|[\\s(])(?:\\./)?muster ([a-z][a-z-]*)", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z]+[A-Za-z]*[a-z][A-Za-z]*");

    @Test
    void everyRelativeLinkLeadsSomewhere() {
        assertThat(documents())
                .allSatisfy(document -> assertThat(matches(LINK, document).filter(link -> !link.contains("://")))
                        .allSatisfy(link ->
                                assertThat(document.resolveSibling(link)).exists()));
    }

    @Test
    void everyPathThatADocumentNamesExists() {
        assertThat(documents())
                .allSatisfy(document -> assertThat(codes(document).filter(PATH.asMatchPredicate()))
                        .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists()));
    }

    @Test
    void everyCommandThatADocumentNamesExists() {
        var commands = Muster.commandLine().getSubcommands().keySet();

        assertThat(documents().filter(document -> !document.startsWith(ROOT.resolve("docs/decisions"))))
                .allSatisfy(document -> assertThat(commandsIn(document)).isSubsetOf(commands));
    }

    @Test
    void everyTypeThatTheArchitectureNamesExists() {
        var types = typeNames();

        assertThat(codes(ROOT.resolve("ARCHITECTURE.md")).filter(TYPE.asMatchPredicate()))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(types).contains(type));
    }

    @Test
    void theArchitectureListsTheStagesInTheirOrder() {
        var listed = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE)
                .matcher(read(ROOT.resolve("ARCHITECTURE.md")))
                .results()
                .map(match -> match.group(1))
                .filter(ArchitectureTest.STAGES::contains)
                .toList();

        assertThat(listed).isEqualTo(ArchitectureTest.STAGES);
    }

    @Test
    void theReadmeIsShort() {
        assertThat(read(ROOT.resolve("README.md")).lines().count()).isLessThanOrEqualTo(LONGEST_README);
    }

    private static Stream<Path> documents() {
        try (var walk = Files.walk(ROOT)) {
            List<Path> found = walk.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> !file.toString().contains("/.muster-cache/"))
                    .filter(file -> !ROOT.relativize(file).startsWith("muster-demo"))
                    .filter(file -> !ROOT.relativize(file).startsWith("examples/m008/project"))
                    .filter(file -> !file.endsWith("directive.md") && !file.endsWith("DEFECTS.md"))
                    .filter(file -> !file.toString().contains("/src/"))
                    .toList();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> matches(Pattern pattern, Path document) {
        return pattern.matcher(read(document)).results().map(match -> match.group(1));
    }

    private static Stream<String> codes(Path document) {
        return matches(CODE, document);
    }

    private static Set<String> commandsIn(Path document) {
        var text = read(document);
        var fences = Pattern.compile("```.*?```|^    .*$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(MatchResult::group);
        return Stream.concat(fences, codes(document))
                .flatMap(code -> COMMAND.matcher(code).results().map(match -> match.group(1)))
                .collect(Collectors.toSet());
    }

    private static Set<String> typeNames() {
        try (var walk = Files.walk(ROOT)) {
            return walk.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
