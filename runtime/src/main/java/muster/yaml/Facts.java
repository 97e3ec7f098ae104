package muster.yaml;

import java.util.List;
import muster.plan.FactId;

/// Names of facts, which need not be declared.
final class Facts {
    static final Form<List<FactId>> LIST = ListForm.of(NameForm.mentions(Kind.FACT, FactId::new));

    private Facts() {}
}
