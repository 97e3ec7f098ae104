package muster.probes.scripts.sql;

/// A rule for the names of tables, such as a naming standard.
@FunctionalInterface
public interface NameRule {
    /// For workspaces without a rule.
    NameRule NONE = _ -> Judgement.FOREIGN;

    /// What a rule says of a name.
    enum Judgement {
        LEGAL,
        ILLEGAL,
        /// The rule is not about such names.
        FOREIGN
    }

    /// Judges one name.
    Judgement judge(String name);
}
