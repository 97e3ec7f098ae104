package muster.markdown;

import org.jspecify.annotations.Nullable;

/// A run of text in one style.
///
/// @param link where it leads, if it is a link
record Piece(Style style, String text, @Nullable String link) {
    enum Style {
        PLAIN,
        STRONG,
        CODE
    }
}
