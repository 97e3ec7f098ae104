package muster.probes.scripts.builds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import muster.observation.Looked;
import org.jspecify.annotations.Nullable;

/// A GitHub workflow. Source of its words: the workflow syntax reference.
///
/// @param inputs names that it may be given, by hand or by the workflow that calls it
/// @param secrets names that the workflow that calls it hands over
record Workflow(Looked.Found file, Map<String, Job> jobs, Set<String> inputs, Set<String> secrets) {

    /// @param matrix keys of its matrix; none if it has none or if they are known only at run time
    /// @param fields as written
    record Job(
            String name,
            List<String> needs,
            List<Step> steps,
            @Nullable Set<String> matrix,
            Set<String> outputs,
            Map<?, ?> fields) {}

    /// @param folder where its script runs, relative to the repository, empty for its root
    record Step(String id, String uses, String run, String shell, String folder) {}

    static Workflow of(Looked.Found file, Map<?, ?> map) {
        var jobs = new TreeMap<String, Job>();
        each(map.get("jobs")).forEach((name, job) -> jobs.put(name, job(name, job)));
        var inputs = new HashSet<String>();
        var secrets = new HashSet<String>(Set.of("GITHUB_TOKEN", "github_token"));
        each(map.get("on")).forEach((_, event) -> {
            inputs.addAll(each(event.get("inputs")).keySet());
            inputs.addAll(keys(event.get("inputs")));
            secrets.addAll(keys(event.get("secrets")));
        });
        return new Workflow(file, jobs, inputs, secrets);
    }

    private static Job job(String name, Map<?, ?> fields) {
        var steps = new ArrayList<Step>();
        if (fields.get("steps") instanceof List<?> list) {
            list.forEach(step -> steps.add(step(step instanceof Map<?, ?> one ? one : Map.of(), fields)));
        }
        return new Job(name, texts(fields.get("needs")), steps, matrix(fields), keys(fields.get("outputs")), fields);
    }

    private static Step step(Map<?, ?> fields, Map<?, ?> job) {
        var defaults = job.get("defaults") instanceof Map<?, ?> given && given.get("run") instanceof Map<?, ?> run
                ? run
                : Map.of();
        var folder = text(fields.get("working-directory"));
        return new Step(
                text(fields.get("id")),
                text(fields.get("uses")),
                text(fields.get("run")),
                text(fields.get("shell")).isEmpty() ? text(defaults.get("shell")) : text(fields.get("shell")),
                folder.isEmpty() ? text(defaults.get("working-directory")) : folder);
    }

    private static @Nullable Set<String> matrix(Map<?, ?> fields) {
        if (!(fields.get("strategy") instanceof Map<?, ?> strategy)
                || !(strategy.get("matrix") instanceof Map<?, ?> matrix)) {
            return fields.get("strategy") == null ? Set.of() : null;
        }
        var keys = new HashSet<>(keys(matrix));
        boolean known = true;
        if (matrix.get("include") instanceof List<?> list) {
            list.forEach(one -> keys.addAll(keys(one)));
        } else {
            known = matrix.get("include") == null;
        }
        return known ? keys : null;
    }

    private static Map<String, Map<?, ?>> each(@Nullable Object value) {
        var all = new TreeMap<String, Map<?, ?>>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) ->
                    all.put(String.valueOf(key), one instanceof Map<?, ?> fields ? fields : Map.of()));
        }
        return all;
    }

    private static Set<String> keys(@Nullable Object value) {
        var keys = new HashSet<String>();
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> keys.add(String.valueOf(key)));
        }
        return keys;
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(String.valueOf(value));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }
}
