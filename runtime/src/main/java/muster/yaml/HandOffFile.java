package muster.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import muster.coordination.Charter;
import muster.coordination.CheckRun;
import muster.coordination.CheckStatus;
import muster.coordination.Delivered;
import muster.coordination.HandOffId;
import muster.coordination.HandOffNote;
import muster.plan.AgentId;
import muster.plan.ItemId;
import muster.plan.NearMiss;
import muster.plan.Parsed;
import muster.plan.RiskLevel;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads and writes hand-offs in the template of seed 004. All problems are reported at once, each with its place.
public final class HandOffFile {
    private static final List<String> KEYS = List.of(
            "handoff_id",
            "from_agent",
            "to_agent",
            "phase",
            "deliverables",
            "dependencies",
            "quality_checks",
            "risk_assessment",
            "next_steps",
            "fulfils");
    private static final List<String> LEFT_OUT = List.of("handoff_id", "dependencies", "fulfils");
    private static final String HASH = "sha256:";
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private final Reading reading;
    private final Charter charter;
    private final Keys keys;

    private HandOffFile(Reading reading, Charter charter, Keys keys) {
        this.reading = reading;
        this.charter = charter;
        this.keys = keys;
    }

    /// Reads a file.
    ///
    /// @param charter says how agents are called
    /// @param next the id of the hand-off if the file leaves it out
    public static Parsed<HandOffNote> read(Path file, Charter charter, HandOffId next) {
        var reading = new Reading();
        var bytes = FileBytes.read(file, reading);
        return read(bytes == null ? null : YamlText.compose(file.toString(), bytes, reading), reading, charter, next);
    }

    /// Reads a text, whose name stands for the path in places.
    public static Parsed<HandOffNote> read(String name, byte[] bytes, Charter charter, HandOffId next) {
        var reading = new Reading();
        reading.opened(name);
        return read(YamlText.compose(name, bytes, reading), reading, charter, next);
    }

    /// The text that is read back as an equal note by a team of this charter.
    public static String write(HandOffNote note, Charter charter) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("handoff_id", note.id().toString());
        tree.put("from_agent", charter.name(note.from()));
        tree.put("to_agent", charter.name(note.to()));
        tree.put("phase", note.phase());
        tree.put(
                "deliverables",
                note.deliverables().stream().map(HandOffFile::written).toList());
        tree.put("dependencies", note.dependencies());
        tree.put(
                "quality_checks",
                note.checks().stream()
                        .map(check -> Map.of(check.name(), check.status().name()))
                        .toList());
        tree.put("risk_assessment", WordForm.of(RiskLevel.class).write(note.risk()));
        tree.put("next_steps", note.nextSteps());
        if (note.fulfils() != null) {
            tree.put("fulfils", note.fulfils().value());
        }
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndent(2)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .setSplitLines(false)
                .build();
        return new Dump(settings).dumpToString(tree);
    }

    private static Object written(Delivered each) {
        return each.sha256() == null ? each.what() : Map.of(each.what(), HASH + each.sha256());
    }

    private static Parsed<HandOffNote> read(@Nullable Node root, Reading reading, Charter charter, HandOffId next) {
        var whole = root == null ? null : new Value("the file", root, reading);
        var keys = whole == null ? null : Keys.of(whole, () -> "a mapping (hand-off)");
        if (whole == null || keys == null) {
            return new Parsed.Failed<>(reading.problems());
        }
        keys.allow(KEYS, "a hand-off");
        for (var key : KEYS) {
            if (!LEFT_OUT.contains(key) && keys.get(key) == null) {
                whole.wrong("a hand-off needs the key '" + key + "'", null);
            }
        }
        var note = new HandOffFile(reading, charter, keys).note(next);
        return note == null ? new Parsed.Failed<>(reading.problems()) : new Parsed.Ok<>(note);
    }

    private @Nullable HandOffNote note(HandOffId next) {
        var id = id(next);
        var from = agent("from_agent");
        var to = agent("to_agent");
        var phase = one("phase", TextForm.WORD);
        var deliverables = pairs("deliverables").stream().map(this::delivered).toList();
        var dependencies =
                Objects.requireNonNullElse(one("dependencies", ListForm.of(TextForm.SOME)), List.<String>of());
        var checks = pairs("quality_checks").stream().map(this::check).toList();
        var risk = one("risk_assessment", WordForm.of(RiskLevel.class));
        var steps = one("next_steps", TextForm.SOME);
        var fulfils = one("fulfils", NameForm.mentions(Kind.HAND_OFF, ItemId::new));
        if (reading.failed() || id == null || from == null || to == null || phase == null || risk == null) {
            return null;
        }
        return new HandOffNote(
                id, from, to, phase, deliverables, dependencies, checks, risk, Objects.requireNonNull(steps), fulfils);
    }

    private <T> @Nullable T one(String key, Form<T> form) {
        var value = keys.get(key);
        return value == null ? null : form.read(value);
    }

    private @Nullable HandOffId id(HandOffId next) {
        var value = keys.get("handoff_id");
        var text = value == null ? null : TextForm.SOME.read(value);
        if (value == null) {
            return next;
        }
        try {
            return text == null ? null : HandOffId.parse(text);
        } catch (IllegalArgumentException e) {
            value.wrong("handoff_id: " + e.getMessage(), "Maybe leave it out; the next one is " + next);
            return null;
        }
    }

    private @Nullable AgentId agent(String key) {
        var value = keys.get(key);
        var text = value == null ? null : TextForm.SOME.read(value);
        if (value == null || text == null) {
            return null;
        }
        var known = charter.member(text);
        if (known.isEmpty()) {
            var names = charter.members().stream().map(Charter.Member::name).toList();
            value.wrong(
                    "there is no agent '" + Value.quote(text) + "'",
                    Objects.requireNonNullElse(NearMiss.hint(text, names), "Maybe one of " + String.join(", ", names)));
        }
        return known.orElse(null);
    }

    private record Pair(Value key, String name, @Nullable Value value) {}

    /// The items of a list, each a text or one key with a value.
    private List<Pair> pairs(String key) {
        var list = keys.get(key);
        if (list == null) {
            return List.of();
        }
        if (!(list.node() instanceof SequenceNode sequence)) {
            list.unexpected("a list");
            return List.of();
        }
        var pairs = new ArrayList<Pair>();
        for (var node : sequence.getValue()) {
            var item = new Value(key, node, reading);
            var mapping = node instanceof MappingNode ? Keys.of(item, () -> "a name with a value") : null;
            if (mapping != null && mapping.all().size() == 1) {
                mapping.all().forEach((name, value) -> pairs.add(new Pair(item, name, value)));
            } else {
                var text = TextForm.SOME.read(item);
                pairs.add(new Pair(item, Objects.requireNonNullElse(text, "?"), null));
            }
        }
        return pairs;
    }

    private Delivered delivered(Pair pair) {
        var value = pair.value();
        var hash = value == null ? null : TextForm.SOME.read(value);
        if (value == null || hash == null) {
            return new Delivered(pair.name(), null);
        }
        var hex = hash.startsWith(HASH) ? hash.substring(HASH.length()) : "";
        if (!HEX.matcher(hex).matches()) {
            value.unexpected(HASH + " and 64 hexadecimal digits");
        }
        return new Delivered(pair.name(), hex);
    }

    private CheckRun check(Pair pair) {
        var value = pair.value();
        var text = value == null ? null : TextForm.SOME.read(value);
        if (value == null) {
            pair.key().wrong("check '" + Value.quote(pair.name()) + "' needs a status", "Maybe write NAME: PASSED");
        }
        if (value == null || text == null) {
            return new CheckRun(pair.name(), CheckStatus.NOT_RUN);
        }
        var word = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (var status : CheckStatus.values()) {
            if (status.name().equals(word)) {
                return new CheckRun(pair.name(), status);
            }
        }
        value.unexpected("one of PASSED, FAILED, NOT_RUN");
        return new CheckRun(pair.name(), CheckStatus.NOT_RUN);
    }
}
