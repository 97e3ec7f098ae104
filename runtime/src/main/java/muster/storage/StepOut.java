package muster.storage;

import java.io.IOException;
import java.util.List;
import muster.run.Step;
import muster.run.StepState;
import muster.run.Terms;
import org.jspecify.annotations.Nullable;

/// Writes steps, and where they stand, as numbers and texts; what few steps have, or many have in common, is JSON as in
/// the journal. [StepIn] reads them.
///
/// @param out what it writes to
record StepOut(CompactOut out) {
    /// States that most steps are in; any other is 0 and its JSON.
    static final int DONE = 1;

    static final int WAITING = 2;

    void write(Step step) throws IOException {
        var terms = step.terms().equals(Terms.NONE) ? null : TermsJson.terms(step.terms());
        out.shared(step.id().value());
        out.text(step.title());
        ids(step.owners());
        json(ActionJson.action(step.action()));
        ids(step.needs());
        ids(step.requires());
        ids(step.provides());
        ids(step.gates());
        out.number(step.retries());
        jsonIfAny(step.compensation() == null ? null : ActionJson.action(step.compensation()));
        jsonIfAny(terms);
    }

    void write(StepState state) throws IOException {
        switch (state) {
            case StepState.Done(var outputs) -> {
                out.number(DONE);
                out.texts(outputs);
            }
            case StepState.Waiting(var failures) -> {
                out.number(WAITING);
                out.number(failures);
            }
            case StepState.Ready _,
                    StepState.Running _,
                    StepState.Blocked _,
                    StepState.Submitted _,
                    StepState.Skipped _,
                    StepState.Failed _,
                    StepState.Undone _,
                    StepState.Kept _ -> {
                out.number(0);
                json(StateJson.out(state));
            }
        }
    }

    private void ids(List<?> ids) throws IOException {
        out.number(ids.size());
        for (var id : ids) {
            out.shared(id.toString());
        }
    }

    private void json(JsonOut json) throws IOException {
        out.shared(json.text());
    }

    private void jsonIfAny(@Nullable JsonOut json) throws IOException {
        out.number(json == null ? 0 : 1);
        if (json != null) {
            json(json);
        }
    }
}
