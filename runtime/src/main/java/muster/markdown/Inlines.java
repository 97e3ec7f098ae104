package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import muster.markdown.Piece.Style;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.jspecify.annotations.Nullable;

/// Turns inline nodes of the Markdown parser into lines of pieces.
final class Inlines {
    /// What stands further right in a line is not read.
    static final int LONGEST_LINE = 4000;

    private final List<SourceSpan> spans;
    private final List<Text> lines = new ArrayList<>();
    private List<Piece> pieces = new ArrayList<>();

    private Inlines(List<SourceSpan> spans) {
        this.spans = spans;
    }

    /// The lines of a block that holds inlines; blank ones are left out.
    static List<Text> lines(Node block) {
        Inlines inlines = new Inlines(block.getSourceSpans());
        inlines.walk(block, Style.PLAIN, null);
        inlines.endLine();
        return inlines.lines.stream().filter(line -> !line.plain().isEmpty()).toList();
    }

    /// All lines of a block as one.
    static Text line(Node block) {
        List<Text> lines = lines(block);
        return lines.isEmpty() ? Text.plain(lineOf(block), "") : joined(lines);
    }

    /// Several lines as one, placed where the first is.
    static Text joined(List<Text> lines) {
        if (lines.size() == 1) {
            return lines.getFirst();
        }
        List<Piece> pieces = new ArrayList<>();
        for (Text line : lines) {
            if (!pieces.isEmpty()) {
                pieces.add(new Piece(Style.PLAIN, " ", null));
            }
            pieces.addAll(line.pieces());
        }
        return new Text(lines.getFirst().line(), pieces);
    }

    /// The 1-based line on which a node begins.
    static int lineOf(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 1 : spans.getFirst().getLineIndex() + 1;
    }

    private void walk(Node parent, Style style, @Nullable String link) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case org.commonmark.node.Text text -> pieces.add(new Piece(style, text.getLiteral(), link));
                case Code code -> pieces.add(new Piece(Style.CODE, code.getLiteral(), link));
                case SoftLineBreak _, HardLineBreak _ -> endLine();
                case StrongEmphasis strong -> walk(strong, Style.STRONG, link);
                case Link found -> walk(found, style, found.getDestination());
                case Image image -> walk(image, style, image.getDestination());
                default -> walk(node, style, link);
            }
        }
    }

    private void endLine() {
        int at = Math.min(lines.size(), spans.size() - 1);
        int line = at < 0 ? 1 : spans.get(at).getLineIndex() + 1;
        lines.add(new Text(line, cut(merged(pieces))));
        pieces = new ArrayList<>();
    }

    /// The first so many characters: no line of a plan is longer, and patterns may take time with the square of a line.
    private static List<Piece> cut(List<Piece> pieces) {
        List<Piece> kept = new ArrayList<>();
        int left = LONGEST_LINE;
        for (Piece piece : pieces) {
            if (left > 0) {
                kept.add(new Piece(piece.style(), Phrases.brief(piece.text(), left), piece.link()));
            }
            left -= piece.text().length();
        }
        return kept;
    }

    /// The parser splits text at characters that might be markup; neighbours of one style belong together.
    private static List<Piece> merged(List<Piece> pieces) {
        List<Piece> merged = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (int at = 0; at < pieces.size(); at++) {
            Piece piece = pieces.get(at);
            run.append(piece.text());
            if (at + 1 == pieces.size() || !sameRun(piece, pieces.get(at + 1))) {
                merged.add(new Piece(piece.style(), run.toString(), piece.link()));
                run.setLength(0);
            }
        }
        return merged;
    }

    private static boolean sameRun(Piece one, Piece next) {
        return one.style() == next.style()
                && one.style() != Style.CODE
                && java.util.Objects.equals(one.link(), next.link());
    }
}
