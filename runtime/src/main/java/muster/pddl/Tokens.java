package muster.pddl;

import java.util.Locale;

/// Cuts a PDDL text into parentheses and words; comments run from `;` to the end of the line.
final class Tokens {
    private static final int END = -1;

    private final String text;
    private int next;
    private int line = 1;
    private int column = 1;
    private String token = "";
    private int tokenLine = 1;
    private int tokenColumn = 1;

    Tokens(String text) {
        this.text = text;
    }

    /// Goes to the next token; false if there is none.
    boolean advance() {
        skipBlank();
        tokenLine = line;
        tokenColumn = column;
        if (peek() == END) {
            return false;
        }
        int from = next;
        step();
        if (!isParenthesis(text.charAt(from))) {
            while (peek() != END && isOfWord(peek())) {
                step();
            }
        }
        token = text.substring(from, next).toLowerCase(Locale.ROOT);
        return true;
    }

    /// `(`, `)` or a word in lower case.
    String token() {
        return token;
    }

    Node.Word word() {
        return new Node.Word(token, tokenLine, tokenColumn);
    }

    private void skipBlank() {
        while (peek() != END) {
            if (peek() == ';') {
                skipLine();
            } else if (isBlank(peek())) {
                step();
            } else {
                return;
            }
        }
    }

    private void skipLine() {
        while (peek() != END && peek() != '\n') {
            step();
        }
    }

    private int peek() {
        return next < text.length() ? text.codePointAt(next) : END;
    }

    private void step() {
        int letter = text.codePointAt(next);
        next += Character.charCount(letter);
        column++;
        if (letter == '\n') {
            line++;
            column = 1;
        }
    }

    private static boolean isOfWord(int letter) {
        return !isBlank(letter) && letter != ';' && !isParenthesis(letter);
    }

    private static boolean isParenthesis(int letter) {
        return letter == '(' || letter == ')';
    }

    private static boolean isBlank(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || Character.isISOControl(letter);
    }
}
