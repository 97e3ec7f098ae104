package muster.markdown;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a `Key: value` line in a schedule says about the work beside it, by its key.
enum Attribute {
    DEPENDENCY("dependenc(?:y|ies)|depends(?: on)?|requires|prerequisites?|blocked by|after|needs|predecessors?"),
    HANDOFF("hand-?\\s?(?:off|over)s?(?: to)?"),
    DELIVERABLE("deliverables?|outputs?|artifacts?|artefacts?|produces"),
    RISK("risks?(?: level)?"),
    OWNER("owners?|assignees?|assigned(?: to)?|agents?|responsible|lead"),
    DURATION("durations?|estimates?|estimated (?:time|duration|effort)|effort|time"),
    MODE("(?:execution )?mode|execution"),
    UNTIL("until|loop until|repeat until|exit criteri(?:on|a)");

    private final Pattern key;

    Attribute(String key) {
        this.key = Pattern.compile("(?i)" + "(?:" + key + ")");
    }

    static @Nullable Attribute of(String key) {
        for (Attribute attribute : values()) {
            if (attribute.key.matcher(key.strip()).matches()) {
                return attribute;
            }
        }
        return null;
    }
}
