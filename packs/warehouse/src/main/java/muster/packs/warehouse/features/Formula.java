package muster.packs.warehouse.features;

import java.util.Locale;

/// Which of two formulas is used where the notes of the project have one that is wrong.
public enum Formula {
    /// As the notes say, so that tables are those of the project.
    STATED,
    /// What the notes mean to say; each difference is a [Correction].
    CORRECTED;

    /// As arguments have it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
