package muster.wiring;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.ItemId;
import muster.plan.Parsed;
import muster.plan.Question;
import muster.review.Answer;
import muster.review.Answers;
import muster.review.QuestionKind;
import org.jspecify.annotations.Nullable;

/// Questions answered by the newest audit of a workspace, planning and scheduling.
///
/// @param at when the audit was made
/// @param basis by what it judged, in words
public record Answered(Instant at, String basis, List<Answer> answers) {
    public Answered {
        answers = List.copyOf(answers);
    }

    /// Answers what is asked; without any, the questions of the plan, and if it has none, one of each kind. A day
    /// that a question names is the start that it asks for. Null if no audit is kept.
    public static @Nullable Parsed<Answered> of(Workspace workspace, List<String> asked) throws IOException {
        return switch (KeptAudit.newest(workspace)) {
            case null -> null;
            case Parsed.Failed<KeptAudit>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<KeptAudit>(var kept) -> new Parsed.Ok<>(of(kept, questions(kept, asked)));
        };
    }

    private static List<Question> questions(KeptAudit kept, List<String> asked) {
        var own = kept.pipeline().plan().questions();
        if (asked.isEmpty() && !own.isEmpty()) {
            return own;
        }
        var texts = asked.isEmpty() ? standard() : asked;
        return IntStream.rangeClosed(1, texts.size())
                .mapToObj(number -> new Question(new ItemId("asked-" + number), number, texts.get(number - 1), null))
                .toList();
    }

    private static List<String> standard() {
        return Stream.of(QuestionKind.values())
                .filter(kind -> kind != QuestionKind.NEEDS_DECISION)
                .map(QuestionKind::standard)
                .toList();
    }

    private static Answered of(KeptAudit kept, List<Question> questions) {
        var pipeline = kept.pipeline();
        var report = kept.report();
        var begin = pipeline.plan().header().start();
        var now = report.at().isBefore(begin) ? begin : report.at();
        var forTarget = pipeline.planned(report, pipeline.targetDone());
        var answers = new ArrayList<Answer>();
        for (var question : questions) {
            var start = pipeline.forecast(forTarget, now, List.of(question));
            answers.addAll(Answers.to(List.of(question), report, start));
        }
        return new Answered(report.at(), kept.basis(), answers);
    }

    /// True if every question has an answer and the start that is asked for can be held.
    public boolean isYes() {
        return answers.stream().allMatch(Answered::isYes);
    }

    private static boolean isYes(Answer answer) {
        return switch (answer.kind()) {
            case NEEDS_DECISION -> false;
            case START -> answer.text().startsWith("YES");
            case RISK_LEVEL, LIKELY_BLOCKERS, INFRASTRUCTURE, DEPENDENCIES, MISSING_SCRIPTS ->
                !answer.text().startsWith("NOT KNOWN");
        };
    }
}
