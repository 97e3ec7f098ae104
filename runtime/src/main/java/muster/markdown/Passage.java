package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.markdown.Piece.Style;

/// Lines of prose that belong together, as one text in which code keeps its backticks.
///
/// @param under what stands over it and says what it is about: the head of a row, or nothing
/// @param setting the headings and labels over it
record Passage(List<Text> lines, String under, String setting) {
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\\d`*(])|\\s*;\\s+");

    /// No sentence is longer; patterns may take time with the square of a text.
    private static final int LONGEST = 2_000;

    Passage {
        lines = List.copyOf(lines);
    }

    /// A part of it and the line it begins on.
    record Sentence(String text, int line, Passage passage) {}

    static String written(Text line) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : line.pieces()) {
            text.append(piece.style() == Style.CODE ? "`" + piece.text() + "`" : piece.text());
        }
        return text.toString().strip();
    }

    String text() {
        return String.join(" ", lines.stream().map(Passage::written).toList());
    }

    /// The line that holds a place of the text.
    int lineAt(int offset) {
        int end = 0;
        for (Text line : lines) {
            end += written(line).length() + 1;
            if (offset < end) {
                return line.line();
            }
        }
        return lines.getLast().line();
    }

    List<Sentence> sentences() {
        List<Sentence> sentences = new ArrayList<>();
        String text = text();
        int begin = 0;
        Matcher matcher = END.matcher(text);
        while (matcher.find()) {
            add(sentences, text, begin, matcher.start());
            begin = matcher.end();
        }
        add(sentences, text, begin, text.length());
        return sentences;
    }

    private void add(List<Sentence> sentences, String text, int begin, int end) {
        if (begin < end) {
            var cut = Math.min(end, begin + LONGEST);
            sentences.add(new Sentence(text.substring(begin, cut), lineAt(begin), this));
        }
    }

    /// The places that its links lead to, with the line of each.
    List<Link> links() {
        return lines.stream()
                .flatMap(line -> line.pieces().stream()
                        .filter(piece -> piece.link() != null)
                        .map(piece -> new Link(String.valueOf(piece.link()), line.line())))
                .distinct()
                .toList();
    }

    /// A link and its line.
    record Link(String to, int line) {}
}
