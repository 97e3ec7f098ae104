package muster.notices;

import java.util.Locale;

/// What a notice is about. The words are a format that receivers keep: they are added to, never changed.
public enum NoticeKind {
    /// Somebody keeps others waiting.
    REMINDER,
    /// A matter that nobody settled goes to somebody else.
    ESCALATION,
    /// A gate waits for votes.
    GATE_WAITING,
    /// Something is in the way.
    BLOCKER,
    /// There is a conflict, or it was decided.
    CONFLICT,
    /// Work was offered, or sent back.
    HAND_OFF,
    /// A step waits for answers.
    QUESTION,
    /// A run can do nothing more without help.
    RUN_STALLED,
    /// A run has ended.
    RUN_ENDED;

    /// As it is written, such as `gate-waiting`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
