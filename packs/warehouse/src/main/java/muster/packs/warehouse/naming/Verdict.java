package muster.packs.warehouse.naming;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the standard says about one table name.
///
/// @param category first component of the name, such as `cov`
/// @param evidence why the variant is what it is
/// @param flaws what is wrong with the name and where; empty when it keeps the standard
/// @param violated the readings under which the name is a violation
/// @param twin an existing table that this one is supposed to be a copy of
public record Verdict(
        String table,
        String category,
        Variant variant,
        String evidence,
        List<Flaw> flaws,
        Set<Reading> violated,
        Target target,
        @Nullable String twin,
        Remedy remedy) {
    public Verdict {
        flaws = List.copyOf(flaws);
        var readings = EnumSet.noneOf(Reading.class);
        readings.addAll(violated);
        violated = Collections.unmodifiableSet(readings);
    }

    /// Whether the name keeps the grammar, exceptions aside.
    public boolean compliant() {
        return flaws.isEmpty();
    }

    /// How the name misses the standard.
    public List<Code> codes() {
        return flaws.stream().map(Flaw::code).toList();
    }
}
