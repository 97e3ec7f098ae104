package muster.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import muster.plan.Expectation;
import muster.plan.Parsed;
import muster.plan.Target;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads plain lists of checks: a file with `checks`, each an expectation whose id and title may be left out, and
/// `defaults` for all of them and `targets`. All problems are reported at once, each with its place.
public final class ChecksReader {
    private static final List<String> KEYS = List.of(CheckComposer.KEY, "defaults", "targets");

    private static final Form<List<Target>> TARGETS = ListForm.of(TargetForms.TARGET);

    private final String name;
    private final Reading reading = new Reading();
    private final List<Check> checks = new ArrayList<>();
    private List<Target> targets = List.of();

    private ChecksReader(String name) {
        this.name = name;
    }

    /// The checks in the order of the file.
    public static Parsed<List<Expectation>> read(Path file) {
        var reader = new ChecksReader(file.toString());
        var bytes = FileBytes.read(file, reader.reading);
        return reader.list(bytes);
    }

    /// The checks in a text.
    ///
    /// @param name stands for the path in places
    public static Parsed<List<Expectation>> read(String name, byte[] bytes) {
        var reader = new ChecksReader(name);
        reader.reading.opened(name);
        return reader.list(bytes);
    }

    private Parsed<List<Expectation>> list(byte @Nullable [] bytes) {
        var root = bytes == null
                ? null
                : YamlText.compose(
                        name, bytes, reading, (settings, parser) -> new CheckComposer(settings, parser, this::take));
        var defaults = root == null ? Check.Defaults.NONE : defaults(new Value("the file", root, reading));
        reading.names().unresolved().forEach(reading::add);
        return reading.failed() ? new Parsed.Failed<>(reading.problems()) : new Parsed.Ok<>(complete(defaults));
    }

    private void take(Node node) {
        var check = CheckForms.CHECK.read(new Value("check", node, reading));
        if (check != null) {
            checks.add(check.standingAt(Places.of(node).line()));
        }
    }

    /// The rest of the file, once the checks have been taken out.
    private Check.Defaults defaults(Value root) {
        var keys = Keys.of(root, () -> "a mapping with the key checks");
        if (keys == null) {
            return Check.Defaults.NONE;
        }
        keys.allow(KEYS, "a list of checks");
        var list = keys.get(CheckComposer.KEY);
        if (list == null) {
            root.wrong("a list of checks needs the key 'checks'", null);
        } else {
            items(list);
        }
        var machines = keys.get("targets");
        var named = machines == null ? null : TARGETS.read(machines);
        targets = named == null ? List.of() : named;
        var all = keys.get("defaults");
        var read = all == null ? null : CheckForms.DEFAULTS.read(all);
        return Objects.requireNonNullElse(read, Check.Defaults.NONE);
    }

    private void items(Value list) {
        if (!(list.node() instanceof SequenceNode sequence)) {
            list.unexpected("a list, each item " + CheckForms.CHECK.says());
            return;
        }
        if (sequence.getValue().isEmpty()) {
            list.wrong("checks must not be empty", null);
        }
        sequence.getValue().stream()
                .filter(node -> !CheckComposer.isTaken(node))
                .forEach(node -> new Value("check", node, reading).unexpected(CheckForms.CHECK.says()));
    }

    private List<Expectation> complete(Check.Defaults defaults) {
        Set<String> names = new HashSet<>();
        checks.stream().map(Check::id).filter(Objects::nonNull).forEach(id -> names.add(id.value()));
        var derived = new DerivedIds(names);
        return checks.stream()
                .map(check -> check.complete(
                        check.id() == null ? derived.of(check.probe()) : check.id(), defaults, targets, name))
                .toList();
    }
}
