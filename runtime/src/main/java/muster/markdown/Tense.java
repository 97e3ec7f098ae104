package muster.markdown;

import java.util.regex.Pattern;
import muster.plan.Origin;

/// Whether words speak of what is, of what shall be or may be, or of what was.
final class Tense {
    private static final Pattern AIM =
            Pattern.compile("(?i)\\b(?:at most|at least|up to|maximum|minimum|max|min|targets?|goals?|"
                    + "aims?|objectives?|should|must|shall|will|would|could|can|may|might|needs? to|to be|budgets?|estimat\\w+|"
                    + "expect\\w*|plan(?:s|ned)?|propos\\w+|limit\\w*|thresholds?|timeouts?|within|no more than|"
                    + "(?:more|less|fewer|greater|higher|lower|better|worse|larger|smaller|bigger) than|about|approx\\w*|roughly|around|almost|nearly|some|under|over|"
                    + "defaults?|if|unless|suppose|imagine|example|e\\.g|let|say|typical\\w*|usually|often|sometimes|"
                    + "todo|want\\w*|wish\\w*|required|acceptance|success criteria|after the|next steps?|roadmap|future|recommend\\w*|consider|"
                    + "create|write|add)\\b|[~≈<>≤≥±]|\\b(?:or|and) more\\b|\\d\\+");
    private static final Pattern PAST =
            Pattern.compile("(?i)\\b(?:was|were|had|previous\\w*|former\\w*|before|after|initially|"
                    + "originally|used to|at that time|last run|earlier|ago|once|then|grew|rose|fell|dropped|reduced|increased|"
                    + "became|turn(?:ed|s)? (?:in)?to|added|changed|fixed|until|since|no longer|"
                    + "from \\S+ to|instead of|rather than|yesterday|last (?:week|month|year)|history|changelog|postmortem|"
                    + "old|legacy|gone|deleted|removed|renamed|moved|baseline|so far)\\b|→|->");
    private static final Pattern BEFORE_ALL = Pattern.compile(
            "(?i)(?<=\\b(?:has|have|is|are|holds|contains)\\b.{1,60})\\s+before the \\w+|\\bat the time of writing\\b");
    private static final Pattern AIMING_HEADING = Pattern.compile(
            "(?i)\\b(?:targets?|goals?|aims?|budgets?|estimates?|success criteria|acceptance|roadmap|todo|future|proposals?|"
                    + "next steps?|examples?|requirements?|recommendations?|wish|ideas|thresholds?|limits|schedule|timeline)\\b");
    private static final Pattern PAST_HEADING = Pattern.compile(
            "(?i)\\b(?:history|changelog|change log|release notes|changes|archive[ds]?|deprecated|historical|previous\\w*|"
                    + "postmortem|retrospective|lessons|what changed|v?\\d+\\.\\d+\\.\\d+|superseded|before|incident)\\b");

    private Tense() {}

    /// Of a clause that states a number, in the setting it stands in.
    static Origin of(String clause, String setting) {
        String words = present(clause);
        if (AIM.matcher(words).find() || AIMING_HEADING.matcher(setting).find()) {
            return Origin.AIM;
        }
        return PAST.matcher(words).find() ? Origin.PAST : ofSetting(setting);
    }

    /// Of a statement that no word of time can change, such as a calculation, in the setting it stands in.
    static Origin ofSetting(String setting) {
        return PAST_HEADING.matcher(setting).find() ? Origin.PAST : Origin.STATED;
    }

    /// The words without those that only say "now".
    static String present(String clause) {
        return BEFORE_ALL.matcher(clause).replaceAll(" ");
    }
}
