package muster.review;

import java.util.Arrays;
import java.util.Locale;
import muster.plan.Question;

/// What a question asks for, told by its words; the first kind that matches wins. The six kinds are those that seed 003
/// asks; the words allow for other ways to ask them.
public enum QuestionKind {
    RISK_LEVEL("\\brisks?\\b.*\\b(low|medium|high|level)\\b|level of risk|how (risky|high is the risk|much risk)"),
    LIKELY_BLOCKERS("(likely|probabl|expect).*(blocker|obstacle)|(blocker|obstacle).*(likely|probabl|expect)"),
    INFRASTRUCTURE("infrastructure|quota|permission"),
    DEPENDENCIES("dependenc|packages?\\b|(access|api)s? (access|to an? api)"),
    MISSING_SCRIPTS(
            "\\bscripts?\\b.*(missing|lack|absent|not exist|(created?|written|write)\\b)|(missing|lack|absent).*\\bscripts?\\b"),
    START("\\bstart|\\bbegin|can we execute|zero delay"),
    /// No rule answers it; a person has to.
    NEEDS_DECISION("");

    private final String words;

    QuestionKind(String words) {
        this.words = words;
    }

    /// A question of this kind.
    public String standard() {
        return switch (this) {
            case START -> "Can we start with zero delays?";
            case MISSING_SCRIPTS -> "Which scripts are missing and how long does it take to create them?";
            case INFRASTRUCTURE -> "Are there infrastructure blockers (quotas, permissions)?";
            case DEPENDENCIES -> "Are there dependency issues (missing packages, API access)?";
            case RISK_LEVEL -> "What is the risk level (LOW, MEDIUM, HIGH)?";
            case LIKELY_BLOCKERS -> "What are the likely blockers?";
            case NEEDS_DECISION -> "What else has to be decided?";
        };
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
