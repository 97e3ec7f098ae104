package muster.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.markdown.Block.Table;
import muster.markdown.Columns.Role;
import muster.plan.AssuranceLevel;
import muster.plan.Need;
import muster.plan.PhaseId;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;

/// Files that must be there: list items and rows that begin with a path. A status in parentheses is what the document
/// claims of the file. An item `... (if exists)` without a path becomes an optional capability.
final class FileExpectations {
    private static final Set<Topic> OTHERWISE = Set.of(
            Topic.DELIVERABLES,
            Topic.OUTPUT,
            Topic.ROLLBACK,
            Topic.SCHEDULE,
            Topic.NEXT_STEPS,
            Topic.QUESTIONS,
            Topic.REVIEW,
            Topic.HANDOFF,
            Topic.METRIC,
            Topic.ALERT);
    private static final Pattern STATUS = Pattern.compile(
            "(?i)\\b(?:exists?|missing|ready|complete[d]?|verify|partial|blocked|done|tested|to be created|new|planned|"
                    + "needed|required|optional|broken|working|deprecated|current|pending)\\b");
    private static final Pattern IF_EXISTS =
            Pattern.compile("(?i)\\bif\\s+(?:it\\s+|they\\s+|any\\s+)?(?:exists?|present|available)|\\boptional\\b");

    private final Reading reading;
    private final @Nullable Target target;

    FileExpectations(Reading reading, @Nullable Target target) {
        this.reading = reading;
        this.target = target;
    }

    List<Expected> extract() {
        return reading.document().sections().stream()
                .filter(section -> !OTHERWISE.contains(section.topic()))
                .flatMap(section -> Stream.concat(
                        section.entries().stream().flatMap(this::item),
                        section.tables().stream().flatMap(table -> rows(section, table))))
                .toList();
    }

    private Stream<Expected> item(Entry entry) {
        String code = entry.text().leadingCode();
        if (code != null && Paths.isPath(code)) {
            String words =
                    entry.text().plain().replaceFirst(Pattern.quote(code), "").replaceFirst("^[^\\p{L}\\p{N}(]+", "");
            return Stream.of(file(entry.section(), code, words, entry.line()));
        }
        boolean optional = entry.section().topic() == Topic.SCOPE
                && code == null
                && IF_EXISTS.matcher(Headings.parenthesis(entry.text().plain())).find();
        return optional ? Stream.of(optional(entry)) : Stream.empty();
    }

    private Expected file(Section section, String path, String words, int line) {
        String parenthesis = Headings.parenthesis(words);
        boolean says = STATUS.matcher(parenthesis).find();
        String title = says ? Headings.bare(words) : words;
        Probe probe = Paths.probe(path);
        return new Expected(
                Paths.name(path),
                title.isEmpty() ? path : title,
                section.title(),
                IF_EXISTS.matcher(parenthesis).find() ? Need.OPTIONAL : Need.REQUIRED,
                Paths.level(probe),
                probe,
                says ? parenthesis : null,
                phases(section, words),
                line);
    }

    private Expected optional(Entry entry) {
        String title = Headings.bare(entry.text().plain());
        return new Expected(
                title,
                title,
                entry.section().title(),
                Need.OPTIONAL,
                AssuranceLevel.REFERENCES_RESOLVE,
                new Probe.Capability(CapabilityExpectations.words(title), null),
                null,
                phases(entry.section(), title),
                entry.line());
    }

    private Stream<Expected> rows(Section section, Table table) {
        Columns columns = Columns.of(table);
        return columns.has(Role.PATH)
                ? table.rows().stream().flatMap(row -> row(section, columns, row))
                : Stream.empty();
    }

    private Stream<Expected> row(Section section, Columns columns, Row row) {
        String path = columns.cell(row, Role.PATH);
        if (!Paths.isPath(path)) {
            return Stream.empty();
        }
        String status = columns.cell(row, Role.STATUS);
        String title = columns.cell(row, Role.DESCRIPTION);
        return Stream.of(file(
                section,
                path,
                status.isEmpty()
                        ? title
                        : title + " (" + status.toUpperCase(Locale.ROOT).charAt(0) + status.substring(1) + ")",
                row.line()));
    }

    private List<PhaseId> phases(Section section, String words) {
        return target == null ? List.of() : target.phasesOf(section, words);
    }
}
