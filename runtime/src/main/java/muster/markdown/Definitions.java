package muster.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.plan.Definition;
import org.jspecify.annotations.Nullable;

/// Finds the words that a document explains: a list entry that begins with a severity or a category of readiness in
/// bold.
final class Definitions {
    private static final Pattern SEVERITY = Pattern.compile("^(?:P[0-5]|SEV-?[0-5])\\b.*");
    private static final Pattern READINESS =
            Pattern.compile("^(?:READY|PARTIAL|MISSING|BLOCKED|UNKNOWN|NOT READY|DEFERRED)$");

    private Definitions() {}

    static List<Definition> in(Document document) {
        return document.entries()
                .map(entry -> of(document, entry))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static @Nullable Definition of(Document document, Entry entry) {
        Field field = entry.text().field();
        if (field == null || field.value().isEmpty()) {
            return null;
        }
        Matcher severity = SEVERITY.matcher(field.key());
        boolean readiness = READINESS.matcher(field.key()).matches();
        return !readiness && !severity.matches()
                ? null
                : new Definition(
                        readiness ? Definition.Kind.READINESS : Definition.Kind.SEVERITY,
                        field.key(),
                        field.value(),
                        document.at(entry.line()));
    }
}
