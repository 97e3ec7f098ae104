package muster.probes.scripts.python;

import java.util.List;
import java.util.Map;
import muster.audit.Finding;

/// What the inspector read out of one Python file.
public sealed interface PythonFacts {

    /// It cannot be told whether it is Python.
    record Unread(String why) implements PythonFacts {}

    /// It is not Python.
    record Broken(int line, String message) implements PythonFacts {}

    /// @param purpose first line of its docstring, empty if it has none
    /// @param calls last names of everything it calls
    /// @param changesPath it changes where modules are looked for
    record Source(
            String purpose,
            List<String> functions,
            List<String> calls,
            List<Import> imports,
            List<Argument> arguments,
            List<Text> texts,
            List<Opened> opens,
            List<Finding> findings,
            boolean changesPath,
            Constants constants,
            List<Started> starts)
            implements PythonFacts {}

    /// What the module gives a name to.
    record Constants(List<Amount> amounts, List<Renames> renames, List<Pattern> patterns) {}

    /// A whole number.
    record Amount(int line, String name, long value) {}

    /// Names that are to become other names, by the old one.
    record Renames(int line, Map<String, String> pairs) {}

    /// A regular expression for a whole text.
    record Pattern(int line, String text) {}

    /// A program that it starts; a word with a hole is known only at run time.
    record Started(int line, List<String> words) {}

    /// @param forms the name and, for `from a import b`, also `a.b`, each of which may be a module
    /// @param deferred it stands inside a function, so it happens only when that is called
    /// @param guarded the failure to import is caught
    record Import(String name, List<String> forms, int line, boolean deferred, boolean guarded) {}

    /// An option or positional argument of the command line.
    ///
    /// @param read the program looks at its value
    record Argument(String flag, int line, boolean read) {}

    /// A text that may be SQL; [Sql#HOLE] stands for what is known only at run time.
    ///
    /// @param last line on which it ends
    record Text(int line, int last, String text) {}

    /// A file that is opened for reading by a path that is known.
    record Opened(int line, String path) {}
}
