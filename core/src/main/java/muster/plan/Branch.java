package muster.plan;

import java.util.regex.Pattern;

/// Names a branch of a repository: 1 to 100 of `a-z A-Z 0-9 . _ / -`, parts between slashes beginning with a
/// letter, digit or `_`. Such a name is a branch to git, is never taken for an option, and never leads out of the
/// folder it names.
public record Branch(String name) {
    /// Stands in regular expressions of Java and ECMA alike.
    public static final Pattern SHAPE =
            Pattern.compile("(?=.{1,100}$)[A-Za-z0-9_][A-Za-z0-9_-]*([.][A-Za-z0-9_-]+)*(/[A-Za-z0-9_][A-Za-z0-9_-]*"
                    + "([.][A-Za-z0-9_-]+)*)*");

    public Branch {
        if (!SHAPE.matcher(name).matches() || name.endsWith(".lock") || name.contains(".lock/")) {
            throw new IllegalArgumentException("it does not name a branch");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
