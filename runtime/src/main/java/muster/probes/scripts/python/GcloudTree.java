package muster.probes.scripts.python;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import muster.probes.packages.ToolProbe;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command groups of `gcloud`, as the installed SDK itself lists them for completion; nothing is started. The list
/// is a JSON object after `STATIC_COMPLETION_CLI_TREE =`; groups lie below `commands`.
final class GcloudTree {
    private static final String LIST = "data/cli/gcloud_completions.py";
    /// A group that the list leaves out. Source: `gcloud meta --help`.
    private static final String UNLISTED = "meta";

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");

    /// Six times what SDK 528 has.
    private static final int LARGEST = 40 << 20;

    private final @Nullable Path list;
    private final AtomicReference<@Nullable Optional<JsonNode>> tree = new AtomicReference<>();

    private GcloudTree(@Nullable Path list) {
        this.list = list;
    }

    /// That of this machine's SDK.
    static GcloudTree installed() {
        var program = ToolProbe.located("gcloud");
        return new GcloudTree(program == null ? null : listOf(program));
    }

    /// That of a list for completion.
    static GcloudTree of(@Nullable Path list) {
        return new GcloudTree(list);
    }

    private static @Nullable Path listOf(Path program) {
        try {
            var bin = program.toRealPath().getParent();
            var home = bin == null ? null : bin.getParent();
            if (home == null) {
                return null;
            }
            var list = home.resolve(LIST);
            return Files.isReadable(list) ? list : null;
        } catch (IOException e) {
            return null;
        }
    }

    /// What an installed `gcloud` says of words.
    sealed interface Answer {
        /// No list of commands is here.
        record Unknown() implements Answer {}

        /// As far as the words can be followed, it has them.
        record Known() implements Answer {}

        /// @param group that lacks the word, such as `gcloud run`
        record Lacks(String group, String word) implements Answer {}
    }

    /// @param words after `gcloud`; what is no plain word ends the search
    Answer answer(List<String> words) {
        var root = root();
        if (root.isEmpty()) {
            return new Answer.Unknown();
        }
        var node = root.get();
        var group = new ArrayList<>(List.of("gcloud"));
        for (var word : words) {
            var commands = node.path("commands");
            boolean option = word.startsWith("-") && word.contains("=");
            if (!option && (!WORD.matcher(word).matches() || word.equals(UNLISTED) || commands.isEmpty())) {
                break;
            }
            if (!option && !commands.has(word)) {
                return new Answer.Lacks(String.join(" ", group), word);
            }
            if (!option) {
                node = commands.path(word);
                group.add(word);
            }
        }
        return new Answer.Known();
    }

    private Optional<JsonNode> root() {
        var known = tree.get();
        if (known == null) {
            known = read(list);
            tree.set(known);
        }
        return known;
    }

    private static Optional<JsonNode> read(@Nullable Path list) {
        if (list == null) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(list)) {
            var text = new String(in.readNBytes(LARGEST), java.nio.charset.StandardCharsets.UTF_8);
            var node = JsonMapper.shared().readTree(text.substring(Math.max(0, text.indexOf('{'))));
            return node.path("commands").isEmpty() ? Optional.empty() : Optional.of(node);
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }
}
