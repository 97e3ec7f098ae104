package muster.plan;

import org.jspecify.annotations.Nullable;

/// A word of a document's own with its meaning: a severity such as `P0-CRITICAL` or a category of readiness.
///
/// @param kind what it is a case of
/// @param term as the document writes it
public record Definition(
        Kind kind, String term, String meaning, @Nullable Source source) {

    /// What a definition is a case of.
    public enum Kind {
        SEVERITY,
        READINESS
    }
}
