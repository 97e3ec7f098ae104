package muster.probes.scripts.builds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.probes.scripts.reading.Reading;

/// Reads a Dockerfile: whether what it copies and starts is there. The workspace's root is the build context.
public record DockerfileReader(Ground ground) {
    private static final Pattern SCRIPT = Pattern.compile("[\\w./-]+\\.(?:py|sh)");

    /// Files copied by one instruction that are looked for.
    private static final int MOST = 200;

    /// A copy from the context into the image.
    private record Copied(List<String> sources, String target) {}

    public Reading read(Looked.Found file) {
        var instructions = Dockerfile.of(file.text()).instructions();
        for (var instruction : instructions) {
            if (!instruction.isKnown()) {
                return Reading.broken(place(file, instruction), "there is no instruction " + instruction.name());
            }
        }
        var first =
                instructions.stream().filter(one -> !one.name().equals("ARG")).findFirst();
        if (first.isEmpty() || !first.get().name().equals("FROM")) {
            return Reading.broken(file.path() + ":1", "it does not begin with FROM");
        }
        return read(file, instructions);
    }

    private Reading read(Looked.Found file, List<Dockerfile.Instruction> instructions) {
        var references = new ArrayList<Finding>();
        var lints = new ArrayList<Finding>();
        var copies = new ArrayList<Copied>();
        var stages = new HashSet<String>();
        var images = new ArrayList<String>();
        for (var instruction : instructions) {
            var name = instruction.name();
            if (name.equals("FROM")) {
                lints.addAll(from(file, instruction, stages));
                images.add(instruction.words().getFirst());
            } else if (name.equals("COPY") || name.equals("ADD")) {
                references.addAll(copy(file, instruction, copies));
            } else if (name.equals("ENTRYPOINT") || name.equals("CMD")) {
                references.addAll(start(file, instruction, copies));
            }
        }
        var attributes = new TreeMap<String, String>();
        attributes.put("purpose", "Container image from " + String.join(", ", images));
        attributes.put("dependencies", String.join(", ", images));
        attributes.put("execution-mode", "container");
        return new Reading(List.of(), references, lints, attributes, Reading.Way.NONE);
    }

    private static List<Finding> from(Looked.Found file, Dockerfile.Instruction instruction, Set<String> stages) {
        var words = instruction.words();
        var image = words.isEmpty() ? "" : words.getFirst();
        if (words.size() > 2) {
            stages.add(words.getLast());
        }
        var tag = image.substring(image.lastIndexOf('/') + 1);
        boolean pinned = image.contains("@sha256:") || (tag.contains(":") && !tag.endsWith(":latest"));
        return pinned || image.startsWith("$") || image.equals("scratch") || stages.contains(image)
                ? List.of()
                : List.of(Findings.remark(
                        "unpinned-image", place(file, instruction), image + " may be another image tomorrow"));
    }

    private List<Finding> copy(Looked.Found file, Dockerfile.Instruction instruction, List<Copied> copies) {
        var words = instruction.words();
        if (instruction.hasOption("from")
                || words.size() < 2
                || words.getFirst().startsWith("<<")) {
            return List.of();
        }
        var sources = words.subList(0, Math.min(MOST, words.size() - 1));
        copies.add(new Copied(sources, relative(words.getLast())));
        return sources.stream()
                .filter(source -> !source.contains("$") && !source.contains("://") && !isThere(source))
                .map(source -> Findings.defect(
                        "missing-file", place(file, instruction), "it copies " + source + ", which does not exist"))
                .toList();
    }

    private boolean isThere(String source) {
        var path = relative(source);
        if (path.isEmpty()) {
            return true;
        }
        if (!path.contains("*") && !path.contains("?")) {
            return ground.has(path);
        }
        return !ground.files(file -> Wildcards.match(path, file)).isEmpty();
    }

    private List<Finding> start(Looked.Found file, Dockerfile.Instruction instruction, List<Copied> copies) {
        var findings = new ArrayList<Finding>();
        for (var word : instruction.words().stream().limit(MOST).toList()) {
            if (!SCRIPT.matcher(word).matches()) {
                continue;
            }
            var sources = copies.stream()
                    .flatMap(copied -> sources(copied, relative(word)).stream())
                    .toList();
            if (sources.isEmpty()) {
                findings.add(Findings.defect(
                        "not-copied",
                        place(file, instruction),
                        "it starts " + word + ", which is not copied into the image"));
            } else if (sources.stream().noneMatch(ground::has)) {
                findings.add(Findings.defect(
                        "missing-file", place(file, instruction), "it starts " + word + ", which does not exist"));
            }
        }
        return findings;
    }

    /// The files of the context that a copy may put at a place in the image.
    private List<String> sources(Copied copied, String place) {
        return copied.sources().stream()
                .flatMap(source -> source(relative(source), copied.target(), place).stream())
                .toList();
    }

    private List<String> source(String from, String target, String place) {
        var name = from.substring(from.lastIndexOf('/') + 1);
        var folder = target.isEmpty() || target.endsWith("/") ? target : target + "/";
        if (place.equals(target) || place.equals(folder + name)) {
            return List.of(from);
        }
        if (!place.startsWith(folder)) {
            return List.of();
        }
        boolean isFolder = from.isEmpty() || from.endsWith("/");
        var inside = (isFolder ? from : from + "/") + place.substring(folder.length());
        return isFolder || ground.has(inside) ? List.of(inside) : List.of();
    }

    /// A path without `./` and without the image's usual working folder, so that context and image can be
    /// compared.
    private static String relative(String path) {
        return path.replaceFirst("^\\./?", "").replaceFirst("^/(?:app|work|workspace|src|srv)(?:/|$)", "");
    }

    private static String place(Looked.Found file, Dockerfile.Instruction instruction) {
        return file.path() + ":" + instruction.line();
    }
}
