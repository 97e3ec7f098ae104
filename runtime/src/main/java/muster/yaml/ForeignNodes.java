package muster.yaml;

import muster.plan.Parsed;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.nodes.Node;

/// The nodes of other people's files in YAML or JSON, read within the limits of plan files: of size, depth, aliases and
/// encoding.
public final class ForeignNodes {
    private ForeignNodes() {}

    /// The root, or why there is none.
    ///
    /// @param name of the file, for places
    public static Parsed<Node> read(String name, byte[] bytes) {
        var reading = new Reading();
        reading.opened(name);
        var root = YamlText.compose(name, bytes, reading, Composer::new);
        return root == null ? new Parsed.Failed<>(reading.problems()) : new Parsed.Ok<>(root);
    }
}
