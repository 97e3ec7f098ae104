package muster.probes.scripts.builds;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.audit.Finding;
import muster.observation.Excerpt;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.probes.scripts.reading.Reading;
import muster.probes.scripts.shell.ShellReader;

/// Follows the references of a GitHub workflow: local actions, scripts, jobs, steps, outputs, matrix keys,
/// inputs.
record WorkflowReader(Ground ground, ShellReader shell, Workflow workflow) {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{(.{0,2000}?)}}", Pattern.DOTALL);
    private static final Pattern STEP = Pattern.compile("\\bsteps\\.([\\w-]+)\\.(\\w+)(?:\\.([\\w-]+))?");
    private static final Pattern NEED = Pattern.compile("\\bneeds\\.([\\w-]+)\\.(\\w+)(?:\\.([\\w-]+))?");
    private static final Pattern MATRIX = Pattern.compile("\\bmatrix\\.([\\w-]+)");
    private static final Pattern INPUT = Pattern.compile("\\binputs\\.([\\w-]+)");
    private static final Pattern SECRET = Pattern.compile("\\bsecrets\\.([\\w-]+)");
    private static final Pattern FLOATING = Pattern.compile("[^@]+@(?:main|master|latest|HEAD)");

    Reading read() throws InterruptedException {
        var references = new ArrayList<Finding>();
        var lints = new ArrayList<Finding>();
        for (var job : workflow.jobs().values()) {
            jobs(job, references);
            for (int i = 0; i < job.steps().size(); i++) {
                step(job, job.steps().get(i), references, lints);
            }
            expressions(job, references, lints);
        }
        var attributes = new TreeMap<String, String>();
        attributes.put("purpose", "Workflow of " + workflow.jobs().size() + " jobs");
        attributes.put("execution-mode", "workflow");
        attributes.put("dependencies", String.join(", ", actions()));
        return new Reading(
                List.of(),
                references.stream().distinct().toList(),
                lints.stream().distinct().toList(),
                attributes,
                Reading.Way.NONE);
    }

    private TreeSet<String> actions() {
        return workflow.jobs().values().stream()
                .flatMap(job -> job.steps().stream())
                .map(Workflow.Step::uses)
                .filter(uses -> !uses.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void jobs(Workflow.Job job, List<Finding> references) {
        if (!job.fields().containsKey("runs-on") && !job.fields().containsKey("uses")) {
            references.add(
                    defect("syntax-error", job.name(), "the job " + job.name() + " says neither runs-on nor uses"));
        }
        job.needs().stream()
                .filter(need -> !workflow.jobs().containsKey(need))
                .forEach(need -> references.add(
                        defect("unknown-job", need, job.name() + " needs " + need + ", and there is no such job")));
        if (job.fields().get("uses") instanceof String uses) {
            uses(uses, references, new ArrayList<>());
        }
    }

    private void step(Workflow.Job job, Workflow.Step step, List<Finding> references, List<Finding> lints)
            throws InterruptedException {
        if (!step.uses().isEmpty()) {
            uses(step.uses(), references, lints);
        } else if (step.run().isEmpty()) {
            references.add(defect("syntax-error", job.name(), "a step of " + job.name() + " neither uses nor runs"));
        } else if (isBash(step, job)) {
            run(step, references);
        }
    }

    private static boolean isBash(Workflow.Step step, Workflow.Job job) {
        return String.valueOf(job.fields().get("runs-on")).contains("windows")
                ? step.shell().startsWith("bash")
                : step.shell().isEmpty()
                        || step.shell().startsWith("bash")
                        || step.shell().startsWith("sh");
    }

    private void uses(String uses, List<Finding> references, List<Finding> lints) {
        if (!uses.startsWith("./")) {
            boolean fixed = uses.startsWith("docker://")
                    || (uses.contains("@") && !FLOATING.matcher(uses).matches());
            if (!fixed) {
                lints.add(Findings.remark("unpinned-action", place(uses), uses + " may be another action tomorrow"));
            }
            return;
        }
        var path = uses.substring(2);
        boolean there = (path.endsWith(".yml") || path.endsWith(".yaml"))
                ? ground.has(path)
                : List.of("/action.yml", "/action.yaml", "/Dockerfile").stream()
                        .anyMatch(name -> ground.has(path + name));
        if (!there) {
            references.add(defect("missing-file", uses, "it uses " + uses + ", which does not exist"));
        }
    }

    private void run(Workflow.Step step, List<Finding> references) throws InterruptedException {
        var script = EXPRESSION.matcher(Excerpt.shortLines(step.run())).replaceAll("x");
        var wrong = shell.syntax(script);
        if (!wrong.isEmpty()) {
            references.add(defect("syntax-error", first(step.run()), "bash cannot read this script: " + wrong));
        }
        var folder = step.folder().isEmpty() || step.folder().contains("$") ? "" : step.folder() + "/";
        boolean moves = script.contains("cd ")
                || script.contains("pushd ")
                || step.folder().contains("$");
        var lines = script.lines().toList();
        var written = step.run().lines().toList();
        for (int i = 0; !moves && i < lines.size(); i++) {
            var place = lines.size() == written.size() ? written.get(i).strip() : first(step.run());
            if (!lines.get(i).strip().startsWith("#")) {
                shell.scripts(folder + "x", lines.get(i), 1, new TreeSet<>())
                        .forEach(found -> references.add(defect(found.code(), place, found.message())));
            }
        }
    }

    private void expressions(Workflow.Job job, List<Finding> references, List<Finding> lints) {
        var texts = new ArrayList<String>();
        collect(job.fields(), texts);
        var inside = texts.stream()
                .flatMap(text -> EXPRESSION.matcher(text).results())
                .map(match -> match.group(1))
                .limit(2_000)
                .collect(Collectors.joining("\n"));
        STEP.matcher(inside).results().forEach(match -> step(job, match, references));
        NEED.matcher(inside).results().forEach(match -> need(job, match, references));
        var matrix = job.matrix();
        if (matrix != null) {
            names(MATRIX, inside)
                    .filter(key -> !matrix.contains(key))
                    .forEach(key -> references.add(defect(
                            "unknown-matrix-key",
                            "matrix." + key,
                            "the matrix of " + job.name() + " has no key " + key)));
        }
        names(INPUT, inside)
                .filter(name -> !workflow.inputs().contains(name))
                .forEach(name -> references.add(defect(
                        "unknown-input", "inputs." + name, "it uses the input " + name + ", and declares none")));
        names(SECRET, inside)
                .filter(name -> !workflow.secrets().contains(name))
                .forEach(name -> lints.add(Findings.remark(
                        "unknown-secret",
                        place("secrets." + name),
                        "whether the secret " + name + " is set cannot be seen from here")));
    }

    private static java.util.stream.Stream<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).distinct();
    }

    private void step(Workflow.Job job, MatchResult match, List<Finding> references) {
        var id = match.group(1);
        var step = job.steps().stream().filter(one -> one.id().equals(id)).findFirst();
        if (step.isEmpty()) {
            references.add(
                    defect("unknown-step", "steps." + id, "no step of the job " + job.name() + " has the id " + id));
            return;
        }
        var output = match.group(3);
        boolean script = step.get().uses().isEmpty() && "outputs".equals(match.group(2)) && output != null;
        if (script && writesOutputs(step.get().run()) && !step.get().run().contains(output)) {
            references.add(
                    defect("unknown-output", "steps." + id, "the script of " + id + " sets no output " + output));
        }
    }

    /// A script that calls others may have them write its outputs.
    private static boolean writesOutputs(String run) {
        return run.contains("GITHUB_OUTPUT") && !run.matches("(?s).*\\.(?:sh|py|js)\\b.*");
    }

    private void need(Workflow.Job job, MatchResult match, List<Finding> references) {
        var name = match.group(1);
        var output = match.group(3);
        if (!job.needs().contains(name)) {
            references.add(defect(
                    "unknown-job", "needs." + name, job.name() + " asks for " + name + ", and does not need it"));
            return;
        }
        var needed = workflow.jobs().get(name);
        if (needed == null || needed.fields().containsKey("uses")) {
            return;
        }
        if ("outputs".equals(match.group(2))
                && output != null
                && !needed.outputs().contains(output)) {
            references.add(defect("unknown-output", "needs." + name, name + " has no output " + output));
        }
    }

    private static void collect(Object value, List<String> texts) {
        switch (value) {
            case java.util.Map<?, ?> map -> map.values().forEach(one -> collect(one == null ? "" : one, texts));
            case List<?> list -> list.forEach(one -> collect(one == null ? "" : one, texts));
            case Object other -> texts.add(String.valueOf(other));
        }
    }

    private static String first(String run) {
        return run.lines().findFirst().orElse("");
    }

    private Finding defect(String code, String text, String message) {
        return Findings.defect(code, place(text), message);
    }

    private String place(String text) {
        return YamlReader.place(workflow.file(), text);
    }
}
