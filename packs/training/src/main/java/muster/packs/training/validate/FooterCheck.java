package muster.packs.training.validate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the footer alone shows: columns against the contract, names that stand twice, shares of NULL, columns that are
/// always the same.
///
/// @param contract null if there is none
/// @param nulls greatest share of NULL where the contract says nothing
record FooterCheck(@Nullable Contract contract, double nulls) {

    List<Defect> of(TrainingFile file) {
        var defects = new ArrayList<>(contract == null ? List.of() : contract.against(file.columns()));
        var names = new HashSet<String>();
        for (var column : file.columns()) {
            if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
                defects.add(new Defect(Defect.Kind.DUPLICATES, column.name(), "stands twice"));
            }
            var count = column.nulls();
            if (count == null) {
                defects.add(new Defect(Defect.Kind.NULLS, column.name(), "its writer did not count its NULLs"));
            } else if (count > allowed(column.name()) * file.rows()) {
                defects.add(new Defect(
                        Defect.Kind.NULLS,
                        column.name(),
                        "%d of %d values are NULL, more than the share %s"
                                .formatted(count, file.rows(), allowed(column.name()))));
            }
        }
        return defects;
    }

    private double allowed(String column) {
        return contract == null ? nulls : contract.nulls(column, nulls);
    }
}
