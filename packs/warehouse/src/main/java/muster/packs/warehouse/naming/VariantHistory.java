package muster.packs.warehouse.naming;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known about the variant of names that do not say it.
///
/// @param written families whose writer is known, the more telling first
/// @param legend what a name without variant means otherwise
record VariantHistory(List<Written> written, @Nullable Meaning legend) {

    private static final Meaning NOTHING_KNOWN = new Meaning(Variant.UNDECIDED, "nothing known");

    /// What is known of names whose form has no place for a variant.
    static final Meaning BY_DESIGN = new Meaning(Variant.NONE, "the form names no variant");

    /// What is known of names that say both variants, though a table holds one.
    static final Meaning CONTRADICTORY = new Meaning(Variant.UNDECIDED, "the name says idx and bqx");

    /// A variant and why it is believed.
    record Meaning(Variant variant, String evidence) {
        boolean decided() {
            return variant == Variant.IDX || variant == Variant.BQX;
        }
    }

    /// What tables of one form were written from.
    record Written(NamePattern pattern, Meaning meaning) {}

    VariantHistory {
        written = List.copyOf(written);
    }

    Meaning of(String name) {
        return written.stream()
                .filter(each -> each.pattern().match(name) != null)
                .map(Written::meaning)
                .findFirst()
                .orElse(legend == null ? NOTHING_KNOWN : legend);
    }
}
