package muster.wiring;

import java.util.List;
import java.util.stream.Stream;
import muster.review.Answer;

/// Answers as lines.
public final class AnswersText {
    private AnswersText() {}

    /// One question after another: the answer, what it follows from, the evidence.
    public static List<String> lines(Answered answered) {
        return answered.answers().stream().flatMap(AnswersText::lines).toList();
    }

    private static Stream<String> lines(Answer answer) {
        var head =
                Stream.of(answer.question().number() + ". " + answer.question().text(), "   " + answer.text());
        var reasons = answer.reasons().stream().map(reason -> "   - " + reason);
        var evidence = answer.evidence().isEmpty()
                ? Stream.<String>of()
                : Stream.of("   evidence: " + String.join(", ", answer.evidence()));
        return Stream.of(head, reasons, evidence).flatMap(each -> each);
    }
}
