package muster.wiring;

import muster.packs.warehouse.naming.NamingStandard;
import muster.probes.scripts.sql.NameRule;

/// A pack's naming standard as the rule that probes judge names by.
public final class Naming {
    private Naming() {}

    /// The rule is about names whose first word the standard has a shape for.
    public static NameRule rule(NamingStandard standard) {
        return name -> {
            int end = name.indexOf('_');
            if (end < 0 || !standard.shapes().containsKey(name.substring(0, end))) {
                return NameRule.Judgement.FOREIGN;
            }
            return standard.allows(name) ? NameRule.Judgement.LEGAL : NameRule.Judgement.ILLEGAL;
        };
    }
}
