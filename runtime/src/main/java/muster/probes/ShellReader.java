package muster.probes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a shell script with `bash -n` and `shellcheck`; neither runs it.
record ShellReader(Ground ground, Launcher launcher) {
    private static final Duration WALL = Duration.ofSeconds(20);
    private static final Pattern BASH_LINE = Pattern.compile("line (\\d+): (.*)");
    private static final Pattern SCRIPT = Pattern.compile("[\"']?([\\w./${}()-]*?[\\w.-]+\\.(?:sh|py|bash))\\b[\"']?");
    private static final Pattern FOLDER_VARIABLE = Pattern.compile("^\\$\\{?[A-Za-z_]\\w*}?/+");
    private static final Pattern OPTION =
            Pattern.compile("(?<![\\w-])--[a-z][a-z-]+(?=[ )\"'=\\]|]|$)", Pattern.MULTILINE);
    private static final Pattern LISTS_TABLES =
            Pattern.compile("\\bbq\\s+(?:--?\\w+(?:=\\S+)?\\s+)*ls\\b(?!.*(?:-n\\b|--max_results))");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^\\s*(?:if |then |else |do |! |exec |time )*([a-z][\\w+-]+)(?=\\s|$)");

    Reading read(Looked.Found file) throws InterruptedException {
        var path = file.path();
        return switch (launcher.run(
                shell("/usr/bin/bash", List.of("--norc", "--noprofile", "-n")).reading(file.text()))) {
            case Launched.Ended ended -> ended.exit() == 0 ? parsed(file) : broken(path, ended.stderr());
            case Launched.Overran _ -> Reading.broken(path, "bash did not come back from reading it");
            case Launched.NotStarted(String why) -> Reading.broken(path, "bash cannot be asked: " + why);
        };
    }

    private Launch shell(String program, List<String> arguments) {
        var argv = new ArrayList<>(List.of(program));
        argv.addAll(arguments);
        return Launch.of(argv, Path.of("/"), WALL);
    }

    private static Reading broken(String path, String err) {
        var match = BASH_LINE.matcher(err);
        return match.find()
                ? Reading.broken(path + ":" + match.group(1), match.group(2).strip())
                : Reading.broken(path, GitHistory.firstLine(err));
    }

    private Reading parsed(Looked.Found file) throws InterruptedException {
        var references = new ArrayList<Finding>();
        var called = new TreeSet<String>();
        var text = file.text();
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (!line.strip().startsWith("#")) {
                references.addAll(scripts(file.path(), line, number, called));
            }
        }
        references.addAll(commands(file));
        var attributes = new TreeMap<String, String>();
        attributes.put("purpose", purpose(text));
        attributes.put("dependencies", String.join(", ", called));
        attributes.put("arguments", String.join(", ", options(text)));
        attributes.put(
                "execution-mode",
                Pattern.compile("(?m)&\\s*$|\\bxargs\\b.*-P|\\bparallel\\b")
                                .matcher(text)
                                .find()
                        ? "parallel"
                        : "sequential");
        var way = new Reading.Way(
                List.of("/usr/bin/bash", file.path()), text.contains("--help"), text.contains("--dry-run"));
        return new Reading(List.of(), references, lints(file), attributes, way);
    }

    private List<Finding> scripts(String path, String line, int number, TreeSet<String> called) {
        var findings = new ArrayList<Finding>();
        var match = SCRIPT.matcher(line.replaceAll("\\$\\(dirname [^)]*\\)", "."));
        while (match.find()) {
            var name = FOLDER_VARIABLE.matcher(match.group(1)).replaceFirst("");
            if (name.contains("$") || !isCall(line, match.start())) {
                continue;
            }
            called.add(name);
            if (!isThere(path, name)) {
                findings.add(Findings.defect(
                        "missing-file", path + ":" + number, "it calls " + name + ", which does not exist"));
            }
        }
        return findings;
    }

    /// A script's name in a message is no call.
    private static boolean isCall(String line, int at) {
        var before = line.substring(0, at).strip();
        return !before.matches("(?s).*\\b(echo|printf|usage:?)\\b.*")
                && !line.strip().startsWith("usage");
    }

    private boolean isThere(String path, String name) {
        if (name.startsWith("/")) {
            return true;
        }
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        return ground.has(folder + name) || ground.has(folder + "../" + name) || ground.has(name);
    }

    private List<Finding> commands(Looked.Found file) {
        var text = file.text().replaceAll("(?m)#.*$", "").replaceAll("\\\\\\n", " ");
        var findings = new ArrayList<Finding>();
        var seen = new TreeSet<String>();
        var match = COMMAND.matcher(text);
        while (match.find()) {
            var name = match.group(1);
            boolean defined = Pattern.compile("\\b" + Pattern.quote(name) + "\\s*\\(\\)")
                    .matcher(text)
                    .find();
            if (seen.add(name) && !defined && ShellWords.isTool(name) && ToolProbe.located(name) == null) {
                long line = 1 + text.substring(0, match.start(1)).lines().count() - 1;
                findings.add(Findings.remark(
                        "missing-command",
                        file.path() + ":" + Math.max(1, line),
                        "it calls " + name + ", which is not installed on this machine"));
            }
        }
        return findings;
    }

    private List<Finding> lints(Looked.Found file) throws InterruptedException {
        var findings = new ArrayList<>(ShellVariables.unset(file.path(), file.text()));
        int number = 0;
        for (var line : file.text().lines().toList()) {
            number++;
            if (LISTS_TABLES.matcher(line).find()) {
                findings.add(Findings.defect(
                        "one-page-listing",
                        file.path() + ":" + number,
                        "bq ls stops after 50 names unless --max_results says otherwise"));
            }
        }
        var argv = List.of("--norc", "-f", "json1", "-s", "bash", "-");
        if (launcher.run(shell("/usr/bin/shellcheck", argv).reading(file.text())) instanceof Launched.Ended ended) {
            findings.addAll(comments(file.path(), ended.stdout()));
        }
        return findings;
    }

    private static List<Finding> comments(String path, String out) {
        try {
            return JsonMapper.shared()
                    .readTree(out)
                    .path("comments")
                    .valueStream()
                    .filter(comment -> !comment.path("level").asString("").equals("style"))
                    .map(comment -> comment(path, comment))
                    .toList();
        } catch (JacksonException e) {
            return List.of(Findings.remark("shellcheck", path, "shellcheck's answer cannot be read"));
        }
    }

    private static Finding comment(String path, JsonNode comment) {
        var code = "shellcheck-" + comment.path("code").asInt(0);
        var place = path + ":" + comment.path("line").asInt(1);
        var message = comment.path("message").asString("");
        return comment.path("level").asString("").equals("error")
                ? Findings.defect(code, place, message)
                : Findings.remark(code, place, message);
    }

    static String purpose(String text) {
        return text.lines()
                .skip(text.startsWith("#!") ? 1 : 0)
                .takeWhile(line -> line.isBlank() || line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+\\s*", "").strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static TreeSet<String> options(String text) {
        var options = new TreeSet<String>();
        text.lines()
                .filter(line ->
                        line.contains("usage") || line.strip().matches("(?:\"?\\$\\{?\\w+.*|.*)(--[a-z-]+[\"')|]).*"))
                .forEach(line -> OPTION.matcher(line).results().forEach(match -> options.add(match.group())));
        return options;
    }
}
