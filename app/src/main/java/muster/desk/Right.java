package muster.desk;

import java.util.Locale;

/// What a call needs of whoever makes it.
public enum Right {
    /// May see everything; each other right includes it.
    READ,
    /// May claim, hand over, raise blockers and conflicts in the name of an agent.
    AGENT,
    /// May vote at gates in the name of a person or agent.
    APPROVE,
    /// May begin and steer runs in the name of a person or agent.
    OPERATE;

    /// As it is written in scopes.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
