package muster.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Follows `include`, depth first, and lays every included file over what was read before it.
final class Includes {
    /// Most files of one plan, so that 64 MiB each stay within reason.
    static final int MOST_FILES = 100;

    private static final Form<List<String>> PATHS = ListForm.of(TextForm.SOME);

    private final Reading reading;
    private final Set<Path> opened = new HashSet<>();
    private final Overlay overlay;

    Includes(Reading reading) {
        this.reading = reading;
        this.overlay = new Overlay(reading);
    }

    /// The root of the file with all that it includes, or null once a problem makes it unreadable.
    @Nullable
    Node read(Path file, byte[] bytes) {
        opened.add(real(file));
        reading.opened(file.toString());
        return follow(YamlText.compose(file.toString(), bytes, reading), file);
    }

    /// Reports every `include` of a plan that is in no folder.
    void refuse(@Nullable Node root) {
        if (root instanceof MappingNode mapping) {
            including(mapping)
                    .forEach(value -> value.wrong("a plan that is not read from a file cannot include files", null));
        }
    }

    private @Nullable Node follow(@Nullable Node root, Path file) {
        if (!(root instanceof MappingNode mapping)) {
            return root;
        }
        var whole = mapping;
        for (var value : values(mapping)) {
            var included = included(value, file);
            if (included instanceof MappingNode over) {
                whole = overlay.lay(whole, over);
            } else if (included != null) {
                new Value("an included file", included, reading).unexpected("a mapping");
            }
        }
        return whole;
    }

    private Stream<Value> including(MappingNode mapping) {
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(PlanForm.INCLUDE_KEY))
                .map(tuple -> new Value(PlanForm.INCLUDE_KEY, tuple.getValueNode(), reading));
    }

    private List<Value> values(MappingNode mapping) {
        return including(mapping)
                .filter(value -> PATHS.read(value) != null)
                .flatMap(value -> ((SequenceNode) value.node())
                        .getValue().stream().map(node -> new Value(PlanForm.INCLUDE_KEY, node, reading)))
                .toList();
    }

    private @Nullable Node included(Value value, Path from) {
        var name = TextForm.SOME.read(value);
        var file = name == null ? null : confined(value, name, from);
        if (file == null) {
            return null;
        }
        if (!opened.add(real(file))) {
            value.wrong("'" + Value.quote(file.toString()) + "' is included already", null);
            return null;
        }
        if (opened.size() > MOST_FILES) {
            value.wrong("a plan has at most " + MOST_FILES + " files", null);
            return null;
        }
        return read(value, file);
    }

    private @Nullable Node read(Value value, Path file) {
        if (!Files.isRegularFile(file)) {
            value.wrong("there is no file '" + Value.quote(file.toString()) + "'", null);
            return null;
        }
        var bytes = FileBytes.read(file, reading);
        return bytes == null ? null : follow(YamlText.compose(file.toString(), bytes, reading), file);
    }

    /// The path of an included file, which must be in the folder of the including one, also after links are followed.
    private static @Nullable Path confined(Value value, String name, Path from) {
        try {
            var file = from.resolveSibling(name).normalize();
            var folder = real(from.toAbsolutePath()).getParent();
            if (!Path.of(name).isAbsolute() && folder != null && real(file).startsWith(folder)) {
                return file;
            }
            value.wrong("include must stay in the folder of this file, got " + value.shown(), null);
        } catch (InvalidPathException _) {
            value.wrong("include must be a path, got " + value.shown(), null);
        }
        return null;
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException _) {
            return file.toAbsolutePath().normalize();
        }
    }
}
