package muster.markdown;

import org.jspecify.annotations.Nullable;

/// An item with what stands over it.
///
/// @param label the line with a colon or in bold that the list follows, such as `Agenda`; null if there is none
/// @param depth 0 for an item of an outermost list
record Entry(Section section, @Nullable Text label, Item item, int depth) {
    Text text() {
        return item.text();
    }

    int line() {
        return item.text().line();
    }

    /// The label's key, or an empty text.
    String under() {
        Field field = label == null ? null : label.field();
        return label == null ? "" : field == null ? label.plain().replaceFirst(":$", "") : field.key();
    }
}
