package muster.markdown;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.markdown.Block.Table;
import org.jspecify.annotations.Nullable;

/// What the columns of a table hold, by the words of its head.
///
/// @param at position of the column that holds something, from 0
record Columns(Map<Role, Integer> at) {
    /// What a column may hold. Of two roles that one head fits, the first stands.
    enum Role {
        KEY("#|id|no\\.?|nr\\.?|key|ref"),
        PATH("files?|paths?|scripts?|location|file ?names?"),
        TASK("tasks?|activit(?:y|ies)|action(?: items?)?|work(?: items?| packages?)?|steps?|to-?do|items?|what"),
        OWNER("owners?|assignees?|assigned(?: to)?|agents?|responsible|who|lead|by whom|name|member|person"),
        ROLE("roles?|position|title"),
        DURATION("durations?|estimates?|efforts?|time|hours|length|how long"),
        DEPENDS("depend(?:s on|enc(?:y|ies))|after|predecessors?|blocked by|needs|requires|prerequisites?"),
        DAYS("days?|when|schedule"),
        PHASE("phases?|stages?|sprints?|milestones?"),
        DELIVERABLE("deliverables?|outputs?|artifacts?|artefacts?|documents?|reports?"),
        STATUS("status|state|exists\\??|ready\\??|readiness"),
        RISK("risks?"),
        LEVEL("levels?|severity|impact|rating|risk level|priority"),
        LIKELIHOOD("likelihood|probability"),
        MITIGATION("mitigations?(?: strateg(?:y|ies))?|response|countermeasures?"),
        METRIC("metrics?|kpis?|indicators?|measures?"),
        THRESHOLD("thresholds?|conditions?|trigger|alert(?:s| rules?| when)?|rule"),
        WINDOW("windows?|for|sustained"),
        DUE("due(?: date)?|deadline|date|by when"),
        DESCRIPTION("descriptions?|purpose|focus|responsibilit(?:y|ies)|details?|notes?|meaning|definition");

        private final Pattern head;

        Role(String head) {
            this.head = Pattern.compile("(?i)(?:" + head + ")");
        }

        private static @Nullable Role of(String head) {
            return Stream.of(values())
                    .filter(role -> role.head.matcher(head).matches())
                    .findFirst()
                    .orElse(null);
        }
    }

    Columns {
        at = Map.copyOf(at);
    }

    static Columns of(Table table) {
        Map<Role, Integer> at = new EnumMap<>(Role.class);
        for (int column = 0; column < table.head().size(); column++) {
            Role role = Role.of(Headings.bare(table.head().get(column).plain()));
            if (role != null) {
                at.putIfAbsent(role, column);
            }
        }
        return new Columns(at);
    }

    boolean has(Role role) {
        return at.containsKey(role);
    }

    /// The text of a cell, empty if the table has no such column.
    String cell(Row row, Role role) {
        Text text = text(row, role);
        return text == null || List.of("-", "–", "—", "n/a", "N/A").contains(text.plain()) ? "" : text.plain();
    }

    @Nullable
    Text text(Row row, Role role) {
        Integer column = at.get(role);
        return column == null || column >= row.cells().size()
                ? null
                : row.cells().get(column);
    }
}
