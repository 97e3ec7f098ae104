package muster.markdown;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a section is about, by the vocabulary of headings. The first topic whose words are in the heading wins, so the
/// narrower ones stand first; a heading with none of them is about what the heading above it is about.
enum Topic {
    ROLLBACK("roll-?\\s?back|back-?out|revert"),
    ALERT("\\balert"),
    RISK("\\brisks?\\b"),
    CONFLICT("conflict|disagreement"),
    HANDOFF("hand-?\\s?(?:off|over)s?\\b"),
    MEETING("meetings?|stand-?up|\\bsync\\b|ceremon|cadence|coordination schedule|\\d\\d:\\d\\d"),
    REVIEW("post-implementation|\\breviews?\\b(?! board)|retrospective|continuous improvement"),
    METRIC("\\bmetrics?\\b|\\bkpis?\\b|indicators"),
    CRITERIA("success criteria|acceptance criteria|exit criteria|definition of done"),
    DELIVERABLES("deliverables?|outputs required|artefacts|artifacts"),
    QUESTIONS("questions?"),
    OUTPUT("output format|naming|where to put"),
    NEXT_STEPS("next steps?|follow-?up|what happens next|after (?:the )?audit"),
    INFRASTRUCTURE("infrastructure|environments?\\b|platform|cloud access|access check"),
    DEPENDENCIES("dependenc|prerequisite|requirements\\b"),
    BLOCKERS("blockers?|severit"),
    AGENTS("\\broles?\\b|responsibilit|\\bteam\\b|^agents?$|who does what|owners?\\b"),
    SCOPE("scope|files? to|inventory|in scope"),
    TIMELINE("time-?line|deadlines?|key dates|milestones?$"),
    SCHEDULE(
            "schedule|methodology|work ?plan|phases?$|tasks?\\b|to-?do|backlog|roadmap|action items?|checklist|steps$"),
    OTHER("(?!)");

    private final Pattern words;

    Topic(String words) {
        this.words = Pattern.compile("(?i)" + words);
    }

    /// The topic that the heading's own words name, or null.
    static @Nullable Topic named(String title) {
        for (Topic topic : values()) {
            if (topic.words.matcher(title).find()) {
                return topic;
            }
        }
        return null;
    }

    /// The topic of a section; a heading of a phase, week or day never changes its parent's topic but a time line's.
    static Topic of(String title, Topic parent) {
        if (Headings.isScheduled(title)) {
            return parent == OTHER || parent == TIMELINE ? SCHEDULE : parent;
        }
        Topic named = named(title);
        return named == null ? parent : named;
    }
}
