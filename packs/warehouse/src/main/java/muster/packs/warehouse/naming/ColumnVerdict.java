package muster.packs.warehouse.naming;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the standard says about one column name.
///
/// @param kind of the form it has, such as `feature`; `reserved`; or `none`
/// @param evidence why the variant is what it is
/// @param flaws how it misses the pattern and the reserved names; empty when it keeps them
/// @param violated the readings under which the name is a violation
/// @param twin another column whose name differs only in its writing
public record ColumnVerdict(
        String column,
        String kind,
        Variant variant,
        String evidence,
        List<Flaw> flaws,
        Set<ColumnReading> violated,
        Target target,
        @Nullable String twin,
        Remedy remedy) {
    public ColumnVerdict {
        flaws = List.copyOf(flaws);
        var readings = EnumSet.noneOf(ColumnReading.class);
        readings.addAll(violated);
        violated = Collections.unmodifiableSet(readings);
    }
}
