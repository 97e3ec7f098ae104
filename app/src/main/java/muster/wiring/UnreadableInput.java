package muster.wiring;

import java.io.IOException;
import java.util.List;
import muster.plan.Problem;

/// An input that the operator named is not what it should be; what is wrong is told with its places.
public final class UnreadableInput extends IOException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /// @param problems at least one
    public UnreadableInput(List<Problem> problems) {
        super(problems.getFirst().toString());
        this.problems = List.copyOf(problems);
    }

    /// At least one.
    public List<Problem> problems() {
        return problems;
    }
}
