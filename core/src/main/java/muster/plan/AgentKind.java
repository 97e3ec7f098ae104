package muster.plan;

/// What kind of agent carries out tasks.
public enum AgentKind {
    HUMAN,
    AI,
    WORKER
}
