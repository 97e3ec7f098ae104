package muster.pddl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a text as nested expressions, without recursion: however deep a text nests, the stack does not overflow.
final class Expressions {
    /// Far more than people or generators write; what reads the expressions afterwards recurs this deep.
    static final int DEEPEST = 200;

    private final Tokens tokens;
    private final Complaints complaints;
    private final List<Node> whole = new ArrayList<>();
    private final Deque<OpenExpression> open = new ArrayDeque<>();

    private Expressions(String text, Complaints complaints) {
        this.tokens = new Tokens(text);
        this.complaints = complaints;
    }

    /// The expressions at the top of the text; null after a complaint if parentheses do not match.
    static @Nullable List<Node> read(String text, Complaints complaints) {
        return new Expressions(text, complaints).read();
    }

    private @Nullable List<Node> read() {
        while (tokens.advance()) {
            if (!take()) {
                return null;
            }
        }
        if (!open.isEmpty()) {
            complaints.add(open.peek().at(), "this '(' is never closed");
            return null;
        }
        return whole;
    }

    private boolean take() {
        return switch (tokens.token()) {
            case "(" -> opened();
            case ")" -> closed();
            default -> items().add(tokens.word());
        };
    }

    private boolean opened() {
        if (open.size() == DEEPEST) {
            complaints.add(tokens.word(), "expressions are nested more than " + DEEPEST + " deep");
            return false;
        }
        open.push(new OpenExpression(new ArrayList<>(), tokens.word()));
        return true;
    }

    private boolean closed() {
        if (open.isEmpty()) {
            complaints.add(tokens.word(), "this ')' closes nothing", "Maybe an earlier line has one ')' too many");
            return false;
        }
        var done = open.pop();
        return items().add(
                        new Node.Group(done.items(), done.at().line(), done.at().column()));
    }

    private List<Node> items() {
        return open.isEmpty() ? whole : open.peek().items();
    }
}
