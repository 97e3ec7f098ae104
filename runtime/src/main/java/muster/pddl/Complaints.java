package muster.pddl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import muster.plan.Location;
import muster.plan.NearMiss;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with one file.
final class Complaints {
    /// More would not be read by anybody, and a hostile file has millions.
    private static final int MOST = 200;

    private static final int LONGEST_SHOWN = 60;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Complaints(String file) {
        this.file = file;
    }

    Location at(Node node) {
        return new Location(file, node.line(), node.column());
    }

    Location start() {
        return new Location(file, 1, 1);
    }

    void add(Node at, String message) {
        add(at(at), message, null);
    }

    void add(Node at, String message, @Nullable String hint) {
        add(at(at), message, hint);
    }

    void add(Location at, String message, @Nullable String hint) {
        if (problems.size() < MOST) {
            problems.add(new Problem(at, message, hint));
        } else if (problems.size() == MOST) {
            problems.add(Problem.at(at, "there are more problems; they are not listed"));
        }
    }

    /// Complains of a word that is none of those known, and advises the one that is closest.
    void unknown(Node at, String what, Collection<String> known) {
        var word = at.shown();
        add(at(at), "unknown " + what + " " + word, problems.size() < MOST ? NearMiss.hint(word, known) : null);
    }

    void unsupported(Node at, String what) {
        add(at, "unsupported: " + what);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// Text of the file in a message: not endless, and nothing that moves a terminal's cursor.
    static String shown(String text) {
        var clean = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_SHOWN)
                .forEach(letter -> clean.appendCodePoint(Character.isISOControl(letter) ? '?' : letter));
        return text.codePointCount(0, text.length()) > LONGEST_SHOWN ? clean + "..." : clean.toString();
    }
}
