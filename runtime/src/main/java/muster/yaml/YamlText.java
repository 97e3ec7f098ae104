package muster.yaml;

import java.util.Optional;
import java.util.function.BiFunction;
import muster.plan.Location;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/// Turns the bytes of a file into nodes with places.
final class YamlText {
    private YamlText() {}

    /// The root of the one document in the file, or null once a problem has been recorded.
    static @Nullable Node compose(String name, byte[] bytes, Reading reading) {
        var plain = bytes.length > FileText.MOST_BYTES ? null : PlainBytes.of(bytes);
        if (plain != null) {
            reading.look(plain);
            var root = PlainYaml.compose(name, plain);
            if (root != null) {
                return root;
            }
        }
        return compose(name, bytes, reading, Composer::new);
    }

    /// The root of a plan file whose long lists have been read already; null if it has to be read as a whole.
    /// What has been recorded until then is void.
    static @Nullable Node harvest(String name, byte[] bytes, Reading reading, Choices choices) {
        var plain = choices.profile() == null ? PlainBytes.of(bytes) : null;
        if (plain == null) {
            return null;
        }
        reading.look(plain);
        return PlainYaml.compose(name, plain, new Harvest(reading, choices.variables()));
    }

    /// The same by the library alone.
    static @Nullable Node composeByLibrary(String name, String text, Reading reading) {
        return composed(name, text, reading, Composer::new);
    }

    /// The same by a composer that does more on its way.
    static @Nullable Node compose(
            String name, byte[] bytes, Reading reading, BiFunction<LoadSettings, Parser, Composer> composer) {
        var text = FileText.decode(name, bytes, reading);
        if (text == null) {
            return null;
        }
        reading.look(text);
        return composed(name, text, reading, composer);
    }

    private static @Nullable Node composed(
            String name, String text, Reading reading, BiFunction<LoadSettings, Parser, Composer> composer) {
        var settings = LoadSettings.builder()
                .setLabel(name)
                .setUseMarks(true)
                .setSchema(new JsonSchema())
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                // one buffer for all: the library fails where a pair of surrogates lies across two
                .setBufferSize(text.length() + 2)
                .build();
        var start = new Location(name, 1, 1);
        try {
            var parser = new GuardedParser(new ParserImpl(settings, new StreamReader(settings, text)));
            var root = composer.apply(settings, parser).getSingleNode();
            root.ifPresentOrElse(_ -> {}, () -> reading.add(empty(start)));
            return root.orElse(null);
        } catch (GuardedParser.Refused e) {
            reading.add(new Problem(Places.of(Optional.of(e.at())), e.message(), e.hint()));
        } catch (MarkedYamlEngineException e) {
            reading.add(new Problem(place(e.getProblemMark().or(e::getContextMark), start), message(e), hint(e)));
        } catch (ReaderException e) {
            reading.add(Problem.at(place(name, text, e.getPosition()), character(e.getCodePoint())));
        } catch (YamlVersionException _) {
            reading.add(Problem.at(start, "not YAML 1.2"));
        } catch (YamlEngineException e) {
            reading.add(Problem.at(start, "not YAML: " + Value.quote(String.valueOf(e.getMessage()))));
        }
        return null;
    }

    private static Problem empty(Location start) {
        return new Problem(start, "the file is empty", "Maybe begin with 'muster: 1'");
    }

    private static Location place(Optional<Mark> mark, Location start) {
        return mark.isPresent() ? Places.of(mark) : start;
    }

    private static Location place(String name, String text, int codePoints) {
        var end = text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
        var before = text.substring(0, end);
        var line = before.lastIndexOf('\n') + 1;
        var number = (int) before.chars().filter(character -> character == '\n').count() + 1;
        return new Location(name, number, before.codePointCount(line, before.length()) + 1);
    }

    private static String message(MarkedYamlEngineException e) {
        var context = e.getContext() == null || e.getContext().isEmpty() ? "" : e.getContext() + ": ";
        return "not YAML: " + (context + e.getProblem()).replaceAll("\\s+", " ").strip();
    }

    private static @Nullable String hint(MarkedYamlEngineException e) {
        var problem = String.valueOf(e.getProblem());
        if (problem.contains("mapping values are not allowed")) {
            return "Maybe text with a colon needs quotes";
        }
        return problem.contains("'\\t(TAB)'") ? "Maybe a tab is used to indent; use spaces" : null;
    }

    private static String character(int codePoint) {
        return "not YAML: the character U+%04X is not allowed in a file".formatted(codePoint);
    }
}
