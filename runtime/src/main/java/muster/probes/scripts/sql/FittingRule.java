package muster.probes.scripts.sql;

import java.util.concurrent.atomic.AtomicReference;
import muster.probes.data.Catalogue;
import org.jspecify.annotations.Nullable;

/// A naming rule that counts only where it fits: where it is about most of the tables that are known here. Where none
/// are known, whoever handed the rule in has decided that it fits.
public final class FittingRule implements NameRule {
    private final NameRule rule;
    private final Catalogue catalogue;
    private final AtomicReference<@Nullable Boolean> fits = new AtomicReference<>();

    public FittingRule(NameRule rule, Catalogue catalogue) {
        this.rule = rule;
        this.catalogue = catalogue;
    }

    @Override
    public Judgement judge(String name) {
        return fits() ? rule.judge(name) : Judgement.FOREIGN;
    }

    private boolean fits() {
        var known = fits.get();
        if (known == null) {
            var names = catalogue.names();
            var about = names.stream()
                    .filter(name -> rule.judge(name) != Judgement.FOREIGN)
                    .count();
            known = 2 * about >= names.size();
            fits.set(known);
        }
        return known;
    }
}
