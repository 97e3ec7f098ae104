package muster.pddl;

import java.util.List;

/// What an action changes. All effects happen at once; an atom that is both added and deleted holds afterwards.
public sealed interface Effect {

    /// The atom holds afterwards.
    record Add(Atom atom) implements Effect {}

    /// The atom no longer holds afterwards, unless it is also added.
    record Delete(Atom atom) implements Effect {}

    /// The effects happen for all objects in the parameters' places.
    record ForAll(List<Parameter> parameters, List<Effect> effects) implements Effect {
        public ForAll {
            parameters = List.copyOf(parameters);
            effects = List.copyOf(effects);
        }
    }

    /// The effects happen if the condition holds before.
    record When(Condition condition, List<Effect> effects) implements Effect {
        public When {
            effects = List.copyOf(effects);
        }
    }
}
