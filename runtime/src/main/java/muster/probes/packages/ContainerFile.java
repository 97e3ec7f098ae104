package muster.probes.packages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads which packages the `RUN` lines of a Dockerfile install.
final class ContainerFile {
    private static final Pattern END_OF_COMMAND = Pattern.compile("&&|\\|\\||[;|]");
    private static final Set<String> WITH_VALUE = Set.of(
            "-r",
            "--requirement",
            "-c",
            "--constraint",
            "-i",
            "--index-url",
            "--extra-index-url",
            "-f",
            "-t",
            "--target",
            "--prefix",
            "-o",
            "--option");

    private ContainerFile() {}

    static List<Mention> read(String text) {
        var mentions = new ArrayList<Mention>();
        var lines = text.split("\n", -1);
        boolean run = false;
        boolean continued = false;
        var command = new ArrayList<Word>();
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].strip();
            if (line.startsWith("#")) {
                continue;
            }
            run = continued ? run : line.regionMatches(true, 0, "RUN ", 0, 4);
            var own = run && !continued ? line.substring(4) : line;
            continued = line.endsWith("\\");
            if (run) {
                addWords(command, own.replaceFirst("\\\\$", ""), i + 1);
            }
            if (!continued) {
                mentions.addAll(commands(command));
                command.clear();
            }
        }
        mentions.addAll(commands(command));
        return mentions;
    }

    private record Word(String text, int line) {}

    private static void addWords(List<Word> words, String line, int number) {
        var separated = END_OF_COMMAND.matcher(line).replaceAll(" ; ");
        Arrays.stream(separated.split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .forEach(word -> words.add(new Word(word.replaceAll("[\"']", ""), number)));
    }

    private static List<Mention> commands(List<Word> words) {
        var mentions = new ArrayList<Mention>();
        int begin = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i == words.size() || words.get(i).text().equals(";")) {
                mentions.addAll(command(words.subList(begin, i)));
                begin = i + 1;
            }
        }
        return mentions;
    }

    private static List<Mention> command(List<Word> words) {
        var texts = words.stream().map(Word::text).toList();
        int install = Math.max(texts.indexOf("install"), texts.indexOf("add"));
        if (install < 1) {
            return List.of();
        }
        var before = texts.subList(0, install);
        var mentions = new ArrayList<Mention>();
        boolean value = false;
        for (var word : words.subList(install + 1, words.size())) {
            if (!value && !word.text().startsWith("-") && !word.text().startsWith("$")) {
                mentions.addAll(mention(before, word));
            }
            value = WITH_VALUE.contains(word.text());
        }
        return mentions.stream().map(one -> one.into(Mention.Kind.CONTAINER)).toList();
    }

    private static List<Mention> mention(List<String> before, Word word) {
        if (before.stream().anyMatch(one -> one.matches("(?:.*/)?pip3?"))) {
            return PythonFiles.requirement(word.text(), word.line());
        }
        if (before.contains("apt-get") || before.contains("apt")) {
            return apt(word);
        }
        return before.contains("npm") ? npm(word) : List.of();
    }

    private static List<Mention> apt(Word word) {
        var parts = word.text().split("=", 2);
        boolean exact = parts.length > 1 && !parts[1].contains("*");
        return parts[0].matches("[a-z0-9][a-z0-9.+-]*(?::[a-z0-9]+)?")
                ? List.of(Mention.declared(Ecosystem.APT, parts[0], exact ? "= " + parts[1] : "", word.line()))
                : List.of();
    }

    private static List<Mention> npm(Word word) {
        int at = word.text().indexOf('@', 1);
        var name = at < 0 ? word.text() : word.text().substring(0, at);
        return name.matches("(?:@[\\w.-]+/)?[\\w.-]+")
                ? List.of(Mention.declared(
                        Ecosystem.NPM, name, at < 0 ? "" : word.text().substring(at + 1), word.line()))
                : List.of();
    }
}
