package muster.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.plan.Source;
import org.jspecify.annotations.Nullable;

/// A word of the document's own with its meaning: a severity such as `P0-CRITICAL` or a category of readiness.
///
/// @param kind what it is a case of
/// @param term as the document writes it
public record Definition(Kind kind, String term, String meaning, Source source) {
    private static final Pattern SEVERITY = Pattern.compile("^(?:P[0-5]|SEV-?[0-5])\\b.*");
    private static final Pattern READINESS =
            Pattern.compile("^(?:READY|PARTIAL|MISSING|BLOCKED|UNKNOWN|NOT READY|DEFERRED)$");

    /// What a definition is a case of.
    public enum Kind {
        SEVERITY,
        READINESS
    }

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
                        readiness ? Kind.READINESS : Kind.SEVERITY,
                        field.key(),
                        field.value(),
                        document.at(entry.line()));
    }
}
