package muster.markdown;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.markdown.Block.Fence;
import muster.plan.AssuranceLevel;
import muster.plan.Deadline;
import muster.plan.Deliverable;
import muster.plan.Need;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;

/// Documents that must be written: `Deliverable:` lines, lists under a heading about deliverables, and paths under one
/// about the output. Mentions of one file name are one deliverable; the path with a folder wins.
final class Deliverables {
    private static final Pattern FILE =
            Pattern.compile("(?:[\\w.@+-]+/)*[\\w@+-][\\w.@+-]*\\.[A-Za-z][A-Za-z0-9]{1,5}(?![\\w/])");
    private static final Pattern FOLDER = Pattern.compile(
            "(?i).*\\b(?:all )?(?:deliverables?|outputs?|reports?|files?|documents?)\\s+(?:in|go(?:es)? (?:in|to|under)|under|location|folder|directory).*");
    private static final Pattern PAGES = Pattern.compile(
            "(?i)([\\w./-]+\\.\\w{2,5})\\b.*?(?:≤|<=|<|at most|max(?:imum)?(?: of)?|no more than|up to|not exceed(?:ing)?)\\s*(\\d{1,3})\\s*pages?");
    private static final Pattern FIELD = Pattern.compile("^\\s*(?:[-*]\\s+)?\\*\\*([^*]+?)\\s*:?\\*\\*\\s*:?.*$");

    private final Reading reading;
    private final List<Deadline> deadlines;
    private final Map<String, Integer> pages;
    private final Map<String, Found> found = new LinkedHashMap<>();

    private Deliverables(Reading reading, List<Deadline> deadlines) {
        this.reading = reading;
        this.deadlines = deadlines;
        this.pages = pages(reading.document());
    }

    private record Found(String path, String title, List<String> fields, int line) {
        Found {
            fields = List.copyOf(fields);
        }

        Found and(Found other) {
            return new Found(
                    path.contains("/") ? path : other.path.contains("/") ? other.path : path,
                    title.isEmpty() ? other.title : title,
                    fields.isEmpty() ? other.fields : fields,
                    line);
        }
    }

    /// @param demanded written for the document's sender; `ofTasks` are left behind by tasks, which check them
    record Split(List<Deliverable> demanded, List<Deliverable> ofTasks) {
        Split {
            demanded = List.copyOf(demanded);
            ofTasks = List.copyOf(ofTasks);
        }

        List<Deliverable> all() {
            return Stream.concat(demanded.stream(), ofTasks.stream()).toList();
        }
    }

    static Split extract(Reading reading, List<Deadline> deadlines, List<Work> results) {
        Deliverables deliverables = new Deliverables(reading, deadlines);
        List<Deliverable> demanded = deliverables.demanded();
        return new Split(demanded, deliverables.ofTasks(results));
    }

    /// Results of tasks that have a path; the others are put as a question.
    private List<Deliverable> ofTasks(List<Work> results) {
        List<Work> placeless = results.stream()
                .filter(work -> work.deliverables().stream().noneMatch(Paths::isPath))
                .toList();
        if (!placeless.isEmpty()) {
            reading.notes()
                    .ask(
                            placeless.getFirst().line(),
                            "Where are these results put?",
                            "They have no path, so nothing can check them: "
                                    + Phrases.brief(
                                            String.join(
                                                    ", ",
                                                    placeless.stream()
                                                            .map(Work::value)
                                                            .toList()),
                                            400)
                                    + ".");
        }
        return results.stream()
                .flatMap(work -> work.deliverables().stream()
                        .filter(path -> Paths.isPath(path) && !found.containsKey(Paths.name(path)))
                        .map(path -> deliverable(new Found(path, "", List.of(), work.line()), "")))
                .toList();
    }

    private List<Deliverable> demanded() {
        reading.document().sections().forEach(this::section);
        String folder = folder();
        return found.values().stream().map(each -> deliverable(each, folder)).toList();
    }

    private void section(Section section) {
        if (section.topic() != Topic.SCHEDULE) {
            section.lines().forEach(line -> declared(section, line));
        }
        if (section.topic() == Topic.DELIVERABLES || section.topic() == Topic.OUTPUT) {
            section.entries().forEach(entry -> listed(entry.text()));
            section.tables().forEach(table -> table.rows().forEach(row -> listed(Inlines.joined(row.cells()))));
        }
    }

    private void declared(Section section, Text line) {
        Field field = line.field();
        if (field != null && Attribute.of(field.key()) == Attribute.DELIVERABLE) {
            line.codes().stream()
                    .filter(Paths::isPath)
                    .forEach(path -> add(new Found(path, "", fields(section), line.line())));
            if (line.codes().isEmpty()) {
                Matcher matcher = FILE.matcher(field.value());
                matcher.results().forEach(match -> add(new Found(match.group(), "", fields(section), line.line())));
            }
        }
    }

    private void listed(Text text) {
        Matcher matcher = FILE.matcher(text.plain());
        if (matcher.find()) {
            String title = text.plain()
                    .substring(matcher.end())
                    .replaceFirst("^[^\\p{L}\\p{N}]+", "")
                    .strip();
            add(new Found(matcher.group(), title, List.of(), text.line()));
        }
    }

    private void add(Found mention) {
        found.merge(Paths.name(mention.path()), mention, Found::and);
    }

    /// The labels of the section's format template, in order.
    private static List<String> fields(Section section) {
        return section.fences().stream()
                .filter(fence -> fence.info().isEmpty() || fence.info().matches("(?i)md|markdown|text"))
                .map(Deliverables::fieldsOf)
                .filter(fields -> !fields.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> fieldsOf(Fence fence) {
        return fence.content()
                .lines()
                .map(FIELD::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1).strip())
                .distinct()
                .toList();
    }

    /// The folder that the document names for all of them, with a slash at its end, or nothing.
    private String folder() {
        return reading.document().about(Topic.OUTPUT, Topic.DELIVERABLES).stream()
                .flatMap(section -> Stream.concat(
                        section.lines().stream(), section.entries().stream().map(Entry::text)))
                .filter(line -> FOLDER.matcher(line.plain()).matches())
                .flatMap(line -> line.codes().stream())
                .filter(code -> code.matches("[\\w.-]+(?:/[\\w.-]+)*/?") && !Paths.isDocument(code))
                .map(code -> code.endsWith("/") ? code : code + "/")
                .findFirst()
                .orElse("");
    }

    private Deliverable deliverable(Found found, String folder) {
        String path = found.path().contains("/") ? found.path() : folder + found.path();
        String name = Paths.name(path);
        return new Deliverable(
                reading.item("deliverable", name),
                path,
                found.title().isEmpty() ? name : found.title(),
                due(),
                pages.get(name),
                found.fields(),
                reading.at(found.line()));
    }

    private @Nullable Instant due() {
        return deadlines.stream()
                .filter(deadline -> deadline.title().matches("(?i).*(?:deliver|\\bdue\\b).*"))
                .map(Deadline::at)
                .findFirst()
                .orElse(null);
    }

    /// The page limits that prose sets, by file name.
    private static Map<String, Integer> pages(Document document) {
        Map<String, Integer> pages = new LinkedHashMap<>();
        document.prose()
                .map(line -> PAGES.matcher(line.plain()))
                .filter(Matcher::find)
                .forEach(matcher -> pages.putIfAbsent(Paths.name(matcher.group(1)), Numbers.count(matcher.group(2))));
        return pages;
    }

    static Expected expected(Deliverable deliverable, int line) {
        return new Expected(
                "written-" + Paths.name(deliverable.path()),
                deliverable.title(),
                "Deliverables",
                Need.REQUIRED,
                AssuranceLevel.EXISTS,
                new Probe.Written(deliverable.path()),
                null,
                List.of(),
                line);
    }
}
