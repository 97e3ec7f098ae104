package muster.probes.scripts.builds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Dockerfile as its instructions, continued lines joined. Source of the grammar: the Dockerfile reference.
record Dockerfile(List<Instruction> instructions) {
    private static final Set<String> NAMES = Set.of(
            "ADD",
            "ARG",
            "CMD",
            "COPY",
            "ENTRYPOINT",
            "ENV",
            "EXPOSE",
            "FROM",
            "HEALTHCHECK",
            "LABEL",
            "MAINTAINER",
            "ONBUILD",
            "RUN",
            "SHELL",
            "STOPSIGNAL",
            "USER",
            "VOLUME",
            "WORKDIR");
    private static final Pattern HERE_DOCUMENT = Pattern.compile("<<-?[\"']?(\\w+)[\"']?");

    /// @param name in upper case
    record Instruction(String name, String rest, int line) {
        boolean isKnown() {
            return NAMES.contains(name);
        }

        /// The words of the instruction without its options, from either form.
        List<String> words() {
            if (rest.startsWith("[")) {
                try {
                    return JsonMapper.shared()
                            .readTree(rest)
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList();
                } catch (JacksonException e) {
                    return List.of();
                }
            }
            return Arrays.stream(rest.split("\\s+", -1))
                    .filter(word -> !word.isEmpty() && !word.startsWith("--"))
                    .toList();
        }

        boolean hasOption(String option) {
            return Arrays.stream(rest.split("\\s+", -1)).anyMatch(word -> word.startsWith("--" + option));
        }
    }

    static Dockerfile of(String text) {
        var instructions = new ArrayList<Instruction>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int begin = i;
            var whole = new StringBuilder(line);
            while (whole.charAt(whole.length() - 1) == '\\' && i + 1 < lines.size()) {
                i++;
                var next = lines.get(i).strip();
                whole.setLength(whole.length() - 1);
                whole.append(next.startsWith("#") ? "\\" : " " + next);
            }
            i = afterHereDocument(whole.toString(), lines, i);
            instructions.add(instruction(whole.toString(), begin + 1));
        }
        return new Dockerfile(List.copyOf(instructions));
    }

    private static int afterHereDocument(String line, List<String> lines, int i) {
        var match = HERE_DOCUMENT.matcher(line);
        if (!match.find()) {
            return i;
        }
        int end = i + 1;
        while (end < lines.size() && !lines.get(end).strip().equals(match.group(1))) {
            end++;
        }
        return end;
    }

    private static Instruction instruction(String line, int number) {
        var parts = line.split("\\s+", 2);
        return new Instruction(parts[0].toUpperCase(Locale.ROOT), parts.length > 1 ? parts[1].strip() : "", number);
    }
}
