package muster.markdown;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.markdown.Block.Fence;
import muster.plan.RollbackProcedure;

/// Reads rollback procedures: a time budget, steps for people, commands as argument lists, variables to set. A
/// shell line that is more than a command with arguments is kept as a step and put as a question; it is never run
/// by a shell.
final class Rollbacks {
    private static final Pattern SHELL = Pattern.compile("(?i)bash|sh|shell|console|zsh|");
    private static final Pattern MORE_THAN_A_COMMAND = Pattern.compile("[|&;<>$`(){}*?\\\\]|^\\w+=");

    private final Reading reading;
    private final Section section;
    private final List<String> steps = new ArrayList<>();
    private final List<List<String>> commands = new ArrayList<>();
    private final SortedMap<String, String> environment = new TreeMap<>();

    private Rollbacks(Reading reading, Section section) {
        this.reading = reading;
        this.section = section;
    }

    static List<RollbackProcedure> extract(Reading reading) {
        return reading.document().about(Topic.ROLLBACK).stream()
                .filter(section ->
                        !section.entries().isEmpty() || !section.fences().isEmpty())
                .map(section -> new Rollbacks(reading, section).procedure())
                .toList();
    }

    private RollbackProcedure procedure() {
        section.entries().forEach(entry -> steps.add(entry.text().plain()));
        section.fences().forEach(this::fence);
        String title = Headings.bare(section.title());
        return new RollbackProcedure(
                reading.item("rollback", title),
                title,
                budget(title),
                steps,
                commands,
                environment,
                reading.at(section.line()));
    }

    private Duration budget(String title) {
        Duration stated = Stream.concat(
                        Stream.of(Headings.parenthesis(section.title())),
                        section.lines().stream()
                                .map(Text::plain)
                                .filter(line -> line.matches("(?i).*(?:budget|time|within|under|less than|<).*")))
                .map(Durations::first)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (stated == null) {
            reading.notes()
                    .ask(
                            section.line(),
                            "How long may '" + title + "' take?",
                            "The document gives no time budget; none is set.");
        }
        return stated == null ? Duration.ZERO : stated;
    }

    private void fence(Fence fence) {
        if (fence.info().matches("(?i)ya?ml")) {
            environment.putAll(Environment.in(fence.content()));
        } else if (SHELL.matcher(fence.info()).matches()) {
            List<String> lines = fence.content().lines().toList();
            for (int at = 0; at < lines.size(); at++) {
                command(lines.get(at).strip().replaceFirst("^\\$\\s+", ""), fence.line() + 1 + at);
            }
        }
    }

    private void command(String line, int at) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        List<String> words = ShellWords.split(line);
        if (MORE_THAN_A_COMMAND.matcher(line).find() || words.isEmpty()) {
            steps.add(line);
            reading.notes()
                    .ask(
                            at,
                            "Which command with which arguments is '" + Phrases.brief(line, 80) + "'?",
                            "It needs a shell, which is never used; it was kept as a step for people.");
            return;
        }
        commands.add(words);
    }
}
