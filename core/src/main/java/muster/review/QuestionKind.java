package muster.review;

import java.util.Arrays;
import java.util.Locale;
import muster.plan.Question;

/// What a question asks for, told by its words; the first kind that matches wins. The vocabulary is that of the six
/// questions of seed 003.
public enum QuestionKind {
    RISK_LEVEL("risk level|level of risk|how risky"),
    LIKELY_BLOCKERS("likely (execution )?blockers|blockers are likely"),
    INFRASTRUCTURE("infrastructure|quota|permission"),
    DEPENDENCIES("dependenc|packages|api access"),
    MISSING_SCRIPTS("scripts? (is |are )?missing|missing scripts?|scripts? (needs?|have|has) to be created"),
    START("\\bstart|can we execute|zero delay"),
    /// No rule answers it; a person has to.
    NEEDS_DECISION("");

    private final String words;

    QuestionKind(String words) {
        this.words = words;
    }

    /// The kind of a question.
    public static QuestionKind of(Question question) {
        var text = question.text().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> text.matches("(?s).*(" + kind.words + ").*"))
                .findFirst()
                .orElse(NEEDS_DECISION);
    }
}
