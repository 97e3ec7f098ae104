package muster.wiring;

import muster.plan.Expectation;

/// A small change after which a check must no longer pass.
///
/// @param what was changed, for people
/// @param expectation as it is checked; changed itself if the world is not
/// @param input what is changed in a copy of the workspace
record Mutant(String what, Expectation expectation, Input input) {

    /// A change of one file. Paths are relative to the workspace.
    sealed interface Input {

        /// Nothing is changed: the expectation is.
        record Unchanged() implements Input {}

        /// The file is taken away.
        record Removed(String path) implements Input {}

        /// The file is emptied.
        record Emptied(String path) implements Input {}

        /// Something is added that is wrong in every language.
        record Broken(String path) implements Input {}

        /// A file is put where none was.
        record Added(String path) implements Input {}
    }

    static Mutant removing(Expectation expectation, String path) {
        return new Mutant("removed " + path, expectation, new Input.Removed(path));
    }

    static Mutant emptying(Expectation expectation, String path) {
        return new Mutant("emptied " + path, expectation, new Input.Emptied(path));
    }

    static Mutant breaking(Expectation expectation, String path) {
        return new Mutant("broke the syntax of " + path, expectation, new Input.Broken(path));
    }

    static Mutant expecting(String what, Expectation changed) {
        return new Mutant(what, changed, new Input.Unchanged());
    }
}
