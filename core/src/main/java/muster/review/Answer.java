package muster.review;

import java.util.List;
import muster.plan.Question;

/// The answer to one of the plan's questions.
///
/// @param text the answer itself, in one line
/// @param reasons what it follows from, strongest first
/// @param evidence ids of the evidence it rests on
public record Answer(Question question, QuestionKind kind, String text, List<String> reasons, List<String> evidence) {
    public Answer {
        reasons = List.copyOf(reasons);
        evidence = List.copyOf(evidence);
    }
}
