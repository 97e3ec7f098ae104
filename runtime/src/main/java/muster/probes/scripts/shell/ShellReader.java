package muster.probes.scripts.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import muster.audit.Finding;
import muster.observation.Excerpt;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.probes.packages.ToolProbe;
import muster.probes.scripts.python.PythonFacts;
import muster.probes.scripts.python.StartedPrograms;
import muster.probes.scripts.reading.Reading;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a shell script with `bash -n` and `shellcheck`; neither runs it.
public record ShellReader(Ground ground, Launcher launcher, StartedPrograms started) {
    private static final Duration WALL = Duration.ofSeconds(20);
    /// From here on an exit status stands for a signal.
    private static final int KILLED = 128;

    private static final Pattern BASH_LINE = Pattern.compile("line (\\d+): (.*)");
    private static final Pattern WORD = Pattern.compile("[\\w./${}()-]++");
    private static final Pattern ENDING = Pattern.compile("[\\w-]\\.(?:sh|py|bash)\\b");
    private static final Pattern SAYS = Pattern.compile("\\b(echo|printf|usage:?)\\b");
    private static final Pattern PARALLEL = Pattern.compile("(?m)&[ \\t]{0,20}$|\\bxargs\\b.*-P|\\bparallel\\b");

    /// A command of plain words, perhaps in quotes.
    private static final Pattern PLAIN = Pattern.compile("[\\w./=:,@%+-][\\w./=:,@%+ -]*+");

    /// Findings of one kind in one script; more say nothing more.
    private static final int MOST = 100;

    /// Bytes that shellcheck is given; it takes a thousand times as much memory.
    private static final int MOST_CHECKED = 256 << 10;

    private static final Pattern SCRATCH =
            Pattern.compile("(?m)^[ \\t]*+(?:export |local |readonly )?([A-Za-z_]\\w*)=[\"']?\\$\\(mktemp\\b");
    /// A tool and the plain words after it; what follows is known only at run time.
    private static final Pattern TOOL_CALL =
            Pattern.compile("(?<![\\w./-])(?:gcloud|bq|gsutil)(?:[ \\t]++[\\w./:=@+-]++(?=[ \\t]|$|[)\"'|;&]))++");

    private static final Pattern FOLDER_VARIABLE = Pattern.compile("^\\$\\{?[A-Za-z_]\\w*}?/+");
    private static final Pattern OPTION =
            Pattern.compile("(?<![\\w-])--[a-z][a-z-]+(?=[ )\"'=\\]|]|$)", Pattern.MULTILINE);
    private static final Pattern CASE = Pattern.compile("(?<![\\w-])--[a-z-]++[\"')|]");
    private static final Pattern LISTS_TABLES =
            Pattern.compile("\\bbq\\s+(?:--?\\w+(?:=\\S+)?\\s+)*ls\\b(?!.*(?:-n\\b|--max_results))");
    private static final Pattern COMMAND =
            Pattern.compile("^\\s*+(?:if |then |else |do |! |exec |time ){0,9}([a-z][\\w+-]+)(?=\\s|$)");

    public Reading read(Looked.Found file) throws InterruptedException {
        var path = file.path();
        return switch (launcher.run(
                shell("/usr/bin/bash", List.of("--norc", "--noprofile", "-n")).reading(file.text()))) {
            case Launched.Ended ended -> ended.exit() == 0 ? parsed(file) : broken(path, ended);
            case Launched.Overran _ -> Reading.unread(path, "bash did not come back from reading it");
            case Launched.NotStarted(String why) -> Reading.unread(path, "bash cannot be asked: " + why);
        };
    }

    /// Why a piece of a shell script does not parse; empty if it does, or if that cannot be told.
    public String syntax(String text) throws InterruptedException {
        var read = launcher.run(
                shell("/usr/bin/bash", List.of("--norc", "--noprofile", "-n")).reading(text));
        return read instanceof Launched.Ended ended && ended.exit() != 0 && ended.exit() < KILLED
                ? Excerpt.firstLine(ended.stderr()).replaceFirst("^.*?line (\\d+): ", "line $1: ")
                : "";
    }

    private Launch shell(String program, List<String> arguments) {
        var argv = new ArrayList<>(List.of(program));
        argv.addAll(arguments);
        return Launch.of(argv, Path.of("/"), WALL);
    }

    private static Reading broken(String path, Launched.Ended ended) {
        var err = ended.stderr();
        if (ended.exit() > KILLED) {
            return Reading.unread(path, "bash does not survive reading it");
        }
        var match = BASH_LINE.matcher(err);
        return match.find()
                ? Reading.broken(path + ":" + match.group(1), match.group(2).strip())
                : Reading.broken(path, Excerpt.firstLine(err));
    }

    private Reading parsed(Looked.Found file) throws InterruptedException {
        var references = new ArrayList<Finding>();
        var called = new TreeSet<String>();
        var text = Excerpt.shortLines(file.text());
        int number = 0;
        for (var line : withoutScratch(text).lines().toList()) {
            number++;
            if (!line.strip().startsWith("#") && references.size() < MOST) {
                references.addAll(scripts(file.path(), line, number, called));
                references.addAll(started(file.path(), line, number));
            }
        }
        references.addAll(commands(file.path(), text));
        var attributes = new TreeMap<String, String>();
        attributes.put("purpose", purpose(text));
        attributes.put("dependencies", String.join(", ", called));
        attributes.put("arguments", String.join(", ", options(text)));
        attributes.put("execution-mode", PARALLEL.matcher(text).find() ? "parallel" : "sequential");
        var way = new Reading.Way(
                List.of("/usr/bin/bash", file.path()), text.contains("--help"), text.contains("--dry-run"));
        return new Reading(List.of(), references, lints(file, text), attributes, way);
    }

    /// The text with paths below folders that the script itself makes for a while marked as unknown.
    private static String withoutScratch(String text) {
        var marked = text;
        for (var made : SCRATCH.matcher(text).results().toList()) {
            marked = marked.replaceAll("\\$\\{?" + made.group(1) + "}?/", "\\$scratch\\$/");
        }
        return marked;
    }

    /// Scripts that a line calls and that are not there.
    public List<Finding> scripts(String path, String line, int number, Set<String> called) {
        var findings = new ArrayList<Finding>();
        var plain = line.replaceAll("\\$\\(dirname [^)]*\\)", ".");
        var match = WORD.matcher(plain);
        while (match.find()) {
            var ending = ENDING.matcher(match.group());
            var word = ending.find() ? match.group().substring(0, ending.end()) : "";
            var name = FOLDER_VARIABLE.matcher(word).replaceFirst("");
            if (name.isEmpty() || name.contains("$") || !isCall(plain, match.start())) {
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
        return !SAYS.matcher(line.substring(0, at)).find() && !line.strip().startsWith("usage");
    }

    private boolean isThere(String path, String name) {
        if (name.startsWith("/")) {
            return true;
        }
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        return ground.has(folder + name) || ground.has(folder + "../" + name) || ground.has(name);
    }

    /// Options of what a plain line starts, and sub-commands of tools wherever a line calls one.
    private List<Finding> started(String path, String line, int number) throws InterruptedException {
        var findings = new ArrayList<Finding>();
        var call = TOOL_CALL.matcher(line);
        while (call.find()) {
            if (isCall(line, call.start())) {
                findings.addAll(started.of(
                        path,
                        new PythonFacts.Started(
                                number, List.of(call.group().strip().split("\\s+", -1)))));
            }
        }
        findings.addAll(plain(path, line, number));
        return findings;
    }

    private List<Finding> plain(String path, String line, int number) throws InterruptedException {
        var words = PLAIN.matcher(line.strip()).matches() ? List.of(line.strip().split("\\s+", -1)) : List.<String>of();
        return words.size() < 2
                        || StartedPrograms.TOOLS.contains(words.getFirst())
                        || (words.stream().anyMatch(StartedPrograms::isScript) && !isThere(path, script(words)))
                ? List.of()
                : started.of(path, new PythonFacts.Started(number, words));
    }

    private static String script(List<String> words) {
        return words.stream().filter(StartedPrograms::isScript).findFirst().orElse("");
    }

    private static List<Finding> commands(String path, String whole) {
        var text = whole.replaceAll("(?m)#.*$", "").replaceAll("\\\\\\n", " ");
        var findings = new ArrayList<Finding>();
        var seen = new TreeSet<String>();
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var match = COMMAND.matcher(line);
            var name = match.find() ? match.group(1) : "";
            if (ShellWords.isTool(name)
                    && seen.add(name)
                    && !isDefined(name, text)
                    && ToolProbe.located(name) == null) {
                findings.add(Findings.remark(
                        "missing-command",
                        path + ":" + number,
                        "it calls " + name + ", which is not installed on this machine"));
            }
        }
        return findings;
    }

    private static boolean isDefined(String name, String text) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\s{0,9}\\(\\)")
                .matcher(text)
                .find();
    }

    private List<Finding> lints(Looked.Found file, String text) throws InterruptedException {
        var findings = new ArrayList<>(ShellVariables.unset(file.path(), text));
        findings.addAll(ShellStubs.of(file.path(), text));
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (LISTS_TABLES.matcher(line).find()) {
                findings.add(Findings.defect(
                        "one-page-listing",
                        file.path() + ":" + number,
                        "bq ls stops after 50 names unless --max_results says otherwise"));
            }
        }
        var argv = List.of("--norc", "-f", "json1", "-s", "bash", "-");
        if (file.content().remaining() > MOST_CHECKED) {
            findings.add(Findings.remark("shellcheck", file.path(), "it is too long for shellcheck"));
            return findings;
        }
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
                    .limit(MOST)
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

    public static String purpose(String text) {
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
                .filter(line -> line.contains("usage") || CASE.matcher(line).find())
                .forEach(line -> OPTION.matcher(line).results().forEach(match -> options.add(match.group())));
        return options;
    }
}
