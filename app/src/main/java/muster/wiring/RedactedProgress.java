package muster.wiring;

import muster.observation.Redaction;

/// Tells on without secrets: titles and texts of a plan come from whoever wrote it.
record RedactedProgress(Progress to, Redaction redaction) implements Progress {

    @Override
    public void at(String stage, double share, String text) {
        to.at(stage, share, redaction.redact(text));
    }

    @Override
    public void say(String line) {
        to.say(redaction.redact(line));
    }
}
