package muster.pddl.grounding;

import java.util.List;
import muster.pddl.Condition;
import muster.pddl.Effect;
import muster.pddl.Schema;

/// A schema as grounding uses it; its variables are the schema's parameters by position.
///
/// @param candidates the objects that may stand for each variable, ascending
/// @param positive atoms that must hold; they are joined
/// @param negative atoms that must not hold and that actions change; decided when all operators are known
/// @param checks decided during the join
/// @param rest conditions that are no literals; decided when all operators are known
/// @param complex universal and conditional effects
record Rule(
        Schema schema,
        List<int[]> candidates,
        List<Literal> positive,
        List<Literal> negative,
        List<Check> checks,
        List<Condition> rest,
        List<Literal> adds,
        List<Literal> deletes,
        List<Effect> complex) {

    int variables() {
        return candidates.size();
    }
}
