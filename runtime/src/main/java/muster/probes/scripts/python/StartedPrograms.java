package muster.probes.scripts.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Looked;

/// Programs that a script starts: whether a local script is there and knows the options it is given, and whether
/// a service's tool has the sub-command. Source of the sub-commands: the tools' own references.
public record StartedPrograms(Ground ground, PythonInspector inspector, GcloudTree gcloud) {
    /// Tools whose sub-commands are looked up.
    public static final Set<String> TOOLS = Set.of("gcloud", "bq", "gsutil");

    /// With the tools of this machine.
    public StartedPrograms(Ground ground, PythonInspector inspector) {
        this(ground, inspector, GcloudTree.installed());
    }

    private static final Set<String> INTERPRETERS = Set.of("python", "python3", "bash", "sh");
    private static final Set<String> OF_BQ = Set.of(
            ("add-iam-policy-binding cancel cp extract get-iam-policy head help info init insert load ls mk mkdef"
                            + " partition query remove-iam-policy-binding rm set-iam-policy shell show truncate undelete update"
                            + " version wait")
                    .split(" ", -1));
    private static final Set<String> OF_GSUTIL = Set.of(
            ("acl autoclass bucketpolicyonly cat compose config cors cp defacl defstorageclass du hash help hmac iam"
                            + " kms label lifecycle logging ls mb mv notification pap perfdiag ppo publicaccessprevention rb"
                            + " requesterpays retention rewrite rm rpo rsync setmeta signurl stat test ubla update version"
                            + " versioning web")
                    .split(" ", -1));

    List<Finding> of(String path, List<PythonFacts.Started> starts) throws InterruptedException {
        var findings = new ArrayList<Finding>();
        for (var start : starts) {
            findings.addAll(of(path, start));
        }
        return findings;
    }

    public List<Finding> of(String path, PythonFacts.Started start) throws InterruptedException {
        var words = start.words();
        var place = path + ":" + start.line();
        if (words.isEmpty()) {
            return List.of();
        }
        var tool = words.getFirst();
        if (TOOLS.contains(tool)) {
            return tool.equals("gcloud") ? gcloud(place, words) : subcommand(place, tool, words);
        }
        int script = INTERPRETERS.contains(tool) ? 1 : 0;
        if (script >= words.size() || !isScript(words.get(script))) {
            return List.of();
        }
        return script(path, place, words.subList(script, words.size()));
    }

    private List<Finding> gcloud(String place, List<String> words) {
        return switch (gcloud.answer(words.subList(1, words.size()))) {
            case GcloudTree.Answer.Known _ -> List.of();
            case GcloudTree.Answer.Lacks(String group, String word) ->
                List.of(Findings.remark("unknown-subcommand", place, group + " has no command " + word));
            case GcloudTree.Answer.Unknown _ ->
                List.of(Findings.remark(
                        "unchecked-subcommand",
                        place,
                        "gcloud is not installed here, so that nobody can tell whether it has this command"));
        };
    }

    private static List<Finding> subcommand(String place, String tool, List<String> words) {
        var known = tool.equals("bq") ? OF_BQ : OF_GSUTIL;
        return words.stream()
                .skip(1)
                .filter(word -> !word.startsWith("-"))
                .findFirst()
                .filter(word -> word.matches("[a-z][a-z-]+") && !known.contains(word))
                .map(word -> List.of(Findings.remark("unknown-subcommand", place, tool + " has no command " + word)))
                .orElse(List.of());
    }

    private List<Finding> script(String path, String place, List<String> words) throws InterruptedException {
        var name = words.getFirst().replaceFirst("^\\./", "");
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        var found = ground.has(name) ? name : folder + name;
        if (!(ground.look(found) instanceof Looked.Found file)) {
            return List.of(
                    Findings.defect("missing-file", place, "it calls " + words.getFirst() + ", which does not exist"));
        }
        return found.endsWith(".py") ? options(place, file, words) : List.of();
    }

    /// Options that the script called does not declare; told only if it declares any, and passes none on.
    List<Finding> options(String place, Looked.Found file, List<String> words) throws InterruptedException {
        if (!(inspector.facts(file) instanceof PythonFacts.Source facts)
                || facts.calls().contains("parse_known_args")
                || !facts.calls().contains("parse_args")) {
            return List.of();
        }
        var declared = facts.arguments().stream()
                .map(PythonFacts.Argument::flag)
                .collect(Collectors.toCollection(TreeSet::new));
        return words.stream()
                .skip(1)
                .filter(word -> word.matches("--[a-z][\\w-]*(?s:=.*)?"))
                .map(word -> word.replaceFirst("(?s)=.*", ""))
                .filter(option ->
                        !option.equals("--help") && declared.stream().noneMatch(one -> one.startsWith(option)))
                .map(option -> Findings.defect("unknown-option", place, file.path() + " has no option " + option))
                .toList();
    }

    public static boolean isScript(String word) {
        return word.matches("[\\w./-]{1,200}\\.(?:py|sh|bash)") && !word.startsWith("/");
    }
}
