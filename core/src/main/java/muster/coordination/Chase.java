package muster.coordination;

/// How often those who keep others waiting were reminded, and how far it went up.
///
/// @param level how often it was escalated
public record Chase(int reminders, int level) {
    static final Chase NONE = new Chase(0, 0);
}
