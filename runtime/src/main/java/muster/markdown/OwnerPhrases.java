package muster.markdown;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Names in the places where documents put the owner of work: bold before a colon, parentheses of a heading, `Owner:`
/// fields, an `Owner` column, `@name`, and after `escalate to`.
final class OwnerPhrases {
    private static final Pattern AT_NAME = Pattern.compile("(?<![\\w.])@([A-Za-z][\\w-]{1,38})");
    private static final Pattern ESCALATED =
            Pattern.compile("(?i:escalate(?:d|s)? to)\\s+(?:the\\s+)?((?:[A-Z][\\w-]*\\s+)*(?:[Aa]gent|[A-Z][\\w-]*))");
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:\\+|&|,|/|\\band\\b)\\s*");
    private static final Pattern ALL = Pattern.compile("(?i)^(?:all|both|every|the)\\b.*");

    private OwnerPhrases() {}

    static List<String> in(Document document) {
        return Stream.of(scheduled(document), columns(document), escalated(document))
                .flatMap(names -> names)
                .flatMap(phrase -> Arrays.stream(BETWEEN.split(phrase)))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !ALL.matcher(name).matches())
                .distinct()
                .toList();
    }

    private static Stream<String> scheduled(Document document) {
        return document.sections().stream()
                .filter(section -> section.topic() == Topic.SCHEDULE
                        || section.entries().stream().anyMatch(OwnerPhrases::hasBox))
                .flatMap(section -> Stream.of(heading(section), leads(section), fields(section), atNames(section))
                        .flatMap(names -> names));
    }

    private static boolean hasBox(Entry entry) {
        return entry.item().tick() != Item.Tick.NONE;
    }

    private static Stream<String> heading(Section section) {
        return Stream.of(Headings.parenthesis(section.title())).filter(OwnerPhrases::isRoles);
    }

    private static Stream<String> leads(Section section) {
        Stream<Text> labels = section.lines().stream();
        Stream<Text> items = section.entries().stream().map(Entry::text);
        return Stream.concat(labels, items)
                .filter(Text::hasKey)
                .map(Text::lead)
                .filter(lead -> lead != null && isRoles(lead));
    }

    private static Stream<String> fields(Section section) {
        return Stream.concat(
                        section.lines().stream(), section.entries().stream().map(Entry::text))
                .map(Text::field)
                .filter(field -> field != null && Attribute.of(field.key()) == Attribute.OWNER)
                .map(Field::value);
    }

    private static Stream<String> atNames(Section section) {
        return section.entries().stream()
                .flatMap(entry -> AT_NAME.matcher(entry.text().plain()).results())
                .map(match -> match.group(1));
    }

    private static Stream<String> columns(Document document) {
        return document.sections().stream()
                .flatMap(section -> section.tables().stream())
                .filter(table -> Columns.of(table).has(Columns.Role.TASK))
                .flatMap(table ->
                        table.rows().stream().map(row -> Columns.of(table).cell(row, Columns.Role.OWNER)));
    }

    private static Stream<String> escalated(Document document) {
        return document.prose()
                .flatMap(line -> ESCALATED.matcher(line.plain()).results())
                .map(match -> match.group(1));
    }

    private static boolean isRoles(String phrase) {
        return Arrays.stream(BETWEEN.split(phrase))
                .allMatch(part -> ALL.matcher(part).matches()
                        || AgentExtractor.ROLE_NOUN.matcher(part).matches());
    }
}
