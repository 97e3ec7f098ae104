package muster.wiring;

import java.nio.file.Files;
import java.util.regex.Pattern;
import muster.observation.Ground;
import muster.packs.warehouse.naming.NamingStandard;
import muster.plan.Plan;
import muster.probes.data.ListedTables;
import muster.probes.scripts.sql.NameRule;
import muster.yaml.PlanWriter;

/// A pack's naming standard as the rule that probes judge names by. It counts only where somebody speaks of it, or
/// where there are tables that show whether it fits.
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

    static NameRule standard() {
        return rule(NamingStandard.m008());
    }

    /// The standard's rule where the workspace has tables, else none.
    static NameRule offered(Workspace workspace) {
        boolean tables = Files.exists(workspace.warehouse())
                || !workspace.means().databases().isEmpty()
                || ListedTables.in(new Ground(workspace.root())) != null;
        return tables ? standard() : NameRule.NONE;
    }

    /// True if a plan speaks of the standard by its name.
    static boolean isNamed(Plan plan) {
        var name =
                Pattern.compile("(?i)\\b" + Pattern.quote(NamingStandard.m008().name()) + "\\b");
        return name.matcher(PlanWriter.write(plan)).find();
    }
}
