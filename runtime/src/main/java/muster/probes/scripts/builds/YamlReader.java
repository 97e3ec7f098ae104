package muster.probes.scripts.builds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.audit.Finding;
import muster.observation.Excerpt;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.probes.scripts.reading.Reading;
import muster.probes.scripts.shell.ShellReader;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads a YAML file; in a build configuration with `steps` it follows the references. Source of its words: the
/// schema of Cloud Build's configuration file.
public record YamlReader(Ground ground, ShellReader shell) {
    /// Deepest nesting that is followed; a build or a workflow needs 9.
    private static final int DEEPEST = 100;

    private static final Pattern SUBSTITUTION = Pattern.compile("(?<!\\$)\\$\\{?(_[A-Z][A-Z0-9_]*)}?");
    private static final Pattern FILE_OPTION = Pattern.compile("--(?:file|dockerfile|config)=(\\S+)");

    public Reading read(Looked.Found file) throws InterruptedException {
        try {
            var settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(50)
                    .build();
            if (isTooDeep(file.text(), settings)) {
                return Reading.unread(file.path(), "it is nested more than " + DEEPEST + " levels deep");
            }
            var documents = new ArrayList<@Nullable Object>();
            new Load(settings).loadAllFromString(file.text()).forEach(documents::add);
            return documents.size() == 1 && documents.getFirst() instanceof Map<?, ?> map
                    ? read(file, map)
                    : Reading.of(List.of(), List.of());
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            return Reading.broken(file.path() + ":" + line, e.getProblem());
        } catch (YamlEngineException e) {
            return Reading.broken(file.path() + ":1", Excerpt.firstLine(String.valueOf(e.getMessage())));
        }
    }

    private Reading read(Looked.Found file, Map<?, ?> map) throws InterruptedException {
        if (map.get("jobs") instanceof Map<?, ?> && map.containsKey("on")) {
            return new WorkflowReader(ground, shell, Workflow.of(file, map)).read();
        }
        return map.get("steps") instanceof List<?> steps ? build(file, map, steps) : Reading.of(List.of(), List.of());
    }

    /// Events are read without recursion, unlike what they are made into.
    private static boolean isTooDeep(String text, LoadSettings settings) {
        int depth = 0;
        for (var event : new Parse(settings).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }

    private Reading build(Looked.Found file, Map<?, ?> map, List<?> steps) {
        var references = new ArrayList<Finding>();
        var lints = new ArrayList<Finding>();
        var ids = new HashSet<String>();
        var images = new TreeSet<String>();
        for (var step : steps) {
            if (!(step instanceof Map<?, ?> fields) || !(fields.get("name") instanceof String name)) {
                references.add(Findings.defect("syntax-error", file.path() + ":1", "a step has no name"));
                continue;
            }
            images.add(name);
            references.addAll(files(file, strings(fields.get("args")).toList()));
            strings(fields.get("waitFor"))
                    .filter(id -> !id.equals("-") && !ids.contains(id))
                    .forEach(id -> references.add(Findings.defect(
                            "unknown-step",
                            place(file, id),
                            "it waits for " + id + ", and no step before has this id")));
            strings(fields.get("id")).forEach(ids::add);
        }
        substitutions(file, map, references, lints);
        var attributes = new TreeMap<String, String>();
        attributes.put("purpose", "Build of " + steps.size() + " steps");
        attributes.put("dependencies", String.join(", ", images));
        attributes.put("execution-mode", "build");
        return new Reading(List.of(), references, lints, attributes, Reading.Way.NONE);
    }

    private List<Finding> files(Looked.Found file, List<String> arguments) {
        var named = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            var match = FILE_OPTION.matcher(arguments.get(i));
            if (match.find()) {
                named.add(match.group(1));
            } else if (i > 0 && List.of("-f", "--file", "--config").contains(arguments.get(i - 1))) {
                named.add(arguments.get(i));
            }
        }
        return named.stream()
                .filter(name -> !name.contains("$") && !ground.has(name))
                .map(name -> Findings.defect(
                        "missing-file", place(file, name), "it refers to " + name + ", which does not exist"))
                .toList();
    }

    private static void substitutions(Looked.Found file, Map<?, ?> map, List<Finding> references, List<Finding> lints) {
        var declared = new TreeSet<String>();
        if (map.get("substitutions") instanceof Map<?, ?> given) {
            given.keySet().forEach(key -> declared.add(String.valueOf(key)));
        }
        var used = new TreeSet<String>();
        SUBSTITUTION.matcher(file.text()).results().forEach(match -> used.add(match.group(1)));
        used.stream()
                .filter(name -> !declared.contains(name))
                .forEach(name -> references.add(Findings.defect(
                        "unknown-substitution", place(file, name), name + " is used, but has no value")));
        declared.stream()
                .filter(name -> name.startsWith("_") && !used.contains(name))
                .forEach(name -> lints.add(Findings.remark(
                        "unused-substitution", place(file, name), name + " has a value, but is not used")));
    }

    private static Stream<String> strings(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf);
        }
        return value instanceof String text ? Stream.of(text) : Stream.of();
    }

    static String place(Looked.Found file, String text) {
        int at = Math.max(0, file.text().indexOf(text));
        return file.path() + ":"
                + (1
                        + file.text()
                                .substring(0, at)
                                .chars()
                                .filter(c -> c == '\n')
                                .count());
    }
}
