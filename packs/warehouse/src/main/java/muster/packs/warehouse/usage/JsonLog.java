package muster.packs.warehouse.usage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's jsonlog: an object of texts and numbers on each line. Only the texts are read. Source: the
/// manual, "Error Reporting and Logging".
final class JsonLog {
    private static final int HEX = 16;
    private static final int DIGITS = 4;

    private final String line;
    private int at;

    private JsonLog(String line) {
        this.line = line;
    }

    /// Lines that are no objects are mistakes; objects without a statement are passed over.
    static List<Statement> read(String file, String text) {
        var problems = new ArrayList<String>();
        var statements = new ArrayList<Statement>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !(line.startsWith("{") && line.endsWith("}"))) {
                problems.add(
                        file + ":" + (i + 1) + ":1: expected an object, as PostgreSQL's jsonlog has one on each line");
            }
            var texts = new JsonLog(line).texts();
            LogMessage.statement(texts.getOrDefault("message", ""), texts.get("user"), texts.get("timestamp"))
                    .ifPresent(statements::add);
        }
        return StatementFile.unless(problems, statements);
    }

    /// The texts by their keys: a text that a colon follows is a key.
    private Map<String, String> texts() {
        var texts = new HashMap<String, String>();
        @Nullable String key = null;
        while ((at = line.indexOf('"', at)) >= 0) {
            var text = text();
            if (isColonNext()) {
                key = text;
            } else if (key != null) {
                texts.put(key, text);
                key = null;
            }
        }
        return texts;
    }

    private boolean isColonNext() {
        return line.substring(at).stripLeading().startsWith(":");
    }

    private String text() {
        var text = new StringBuilder();
        for (at++; at < line.length() && line.charAt(at) != '"'; at++) {
            text.append(line.charAt(at) == '\\' ? escaped() : line.charAt(at));
        }
        at = Math.min(line.length(), at + 1);
        return text.toString();
    }

    private char escaped() {
        char letter = ++at < line.length() ? line.charAt(at) : '\\';
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> letter;
        };
    }

    private char unicode() {
        int end = Math.min(line.length(), at + 1 + DIGITS);
        var digits = line.substring(at + 1, end);
        at = end - 1;
        return digits.matches("[0-9a-fA-F]{4}") ? (char) Integer.parseInt(digits, HEX) : '?';
    }
}
