package muster.markdown;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Problem;

/// Reads a plan out of a Markdown document. The same bytes give an equal plan; what is ambiguous becomes a
/// `needs-decision` entry. It fails only for text that is not UTF-8 or is larger than [#MOST_BYTES].
public final class MarkdownImporter {
    /// The largest document that is read; plans written by people and agents are a thousandth of it.
    public static final int MOST_BYTES = 16 * 1024 * 1024;

    /// Reads the plan alone.
    ///
    /// @param documentName what sources and problems name as the document
    public Parsed<Plan> read(String documentName, byte[] bytes) {
        return switch (readWhole(documentName, bytes)) {
            case Parsed.Ok<Imported>(Imported imported) -> new Parsed.Ok<>(imported.plan());
            case Parsed.Failed<Imported>(List<Problem> problems) -> new Parsed.Failed<>(problems);
        };
    }

    /// Reads the plan with its figures and what a plan has no place for.
    public Parsed<Imported> readWhole(String documentName, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return new Parsed.Failed<>(List.of(Problem.at(
                    new Location(documentName, 1, 1),
                    "the document is larger than " + MOST_BYTES / 1024 / 1024 + " MiB")));
        }
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        String decoded = text.flip().toString();
        return result.isError()
                ? failed(end(documentName, decoded), "the document is not UTF-8")
                : imported(documentName, decoded);
    }

    private static Parsed<Imported> imported(String name, String decoded) {
        String text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        Mojibake.Repaired repaired =
                Mojibake.repair(name, text.replace("\r\n", "\n").replace('\r', '\n'));
        Document document = DocumentReader.read(name, repaired.text());
        return new Parsed.Ok<>(PlanAssembly.assemble(document, repaired.repairs()));
    }

    private static Parsed<Imported> failed(Location at, String message) {
        return new Parsed.Failed<>(
                List.of(new Problem(at, message, "Maybe save it as UTF-8 without other encodings mixed in.")));
    }

    /// The place just behind the text.
    private static Location end(String name, String text) {
        int lastBreak = text.lastIndexOf('\n');
        int line = (int) text.chars().filter(character -> character == '\n').count() + 1;
        return new Location(name, line, text.codePointCount(lastBreak + 1, text.length()) + 1);
    }
}
