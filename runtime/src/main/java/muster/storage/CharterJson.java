package muster.storage;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import muster.coordination.Charter;
import muster.plan.AgentId;
import muster.plan.Attendance;
import muster.plan.ConflictKind;
import muster.plan.ConflictRule;
import muster.plan.Escalation;
import muster.plan.HandOff;
import muster.plan.ItemId;
import muster.plan.Meeting;
import muster.plan.Rotation;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// A team's charter as JSON, both ways.
final class CharterJson {
    private CharterJson() {}

    /// What a charter says beyond the first version of its encoding.
    static boolean saysMore(Charter charter) {
        return !charter.gates().isEmpty()
                || !charter.escalations().isEmpty()
                || !charter.waitsFor().isEmpty()
                || !charter.lengths().isEmpty();
    }

    static JsonOut charter(Charter charter) {
        var json = first(charter);
        return saysMore(charter)
                ? json.put(
                                "gates",
                                charter.gates().stream()
                                        .map(GateTermsJson::rule)
                                        .toList())
                        .put(
                                "escalations",
                                charter.escalations().stream()
                                        .map(CharterJson::escalation)
                                        .toList())
                        .put("waitsFor", charter.waitsFor())
                        .put("lengths", charter.lengths())
                : json;
    }

    private static JsonOut first(Charter charter) {
        return JsonOut.empty()
                .put(
                        "members",
                        charter.members().stream().map(CharterJson::member).toList())
                .put(
                        "handOffs",
                        charter.handOffs().stream().map(CharterJson::handOff).toList())
                .put(
                        "meetings",
                        charter.meetings().stream().map(CharterJson::meeting).toList())
                .put(
                        "conflicts",
                        charter.conflicts().stream().map(CharterJson::conflict).toList());
    }

    static Charter charter(JsonIn in) {
        return new Charter(
                in.objects("members").stream()
                        .map(each -> new Charter.Member(new AgentId(each.text("id")), each.text("name")))
                        .toList(),
                in.objects("handOffs").stream().map(CharterJson::handOff).toList(),
                in.objects("meetings").stream().map(CharterJson::meeting).toList(),
                in.objects("conflicts").stream().map(CharterJson::conflict).toList(),
                in.has("gates")
                        ? in.objects("gates").stream().map(GateTermsJson::rule).toList()
                        : List.of(),
                in.has("escalations")
                        ? in.objects("escalations").stream()
                                .map(CharterJson::escalation)
                                .toList()
                        : List.of(),
                in.has("waitsFor") ? in.texts("waitsFor") : List.of(),
                in.has("lengths") ? lengths(in) : new TreeMap<>());
    }

    private static SortedMap<TaskId, Duration> lengths(JsonIn in) {
        var lengths = new TreeMap<TaskId, Duration>();
        in.strings("lengths").forEach((task, length) -> lengths.put(new TaskId(task), Duration.parse(length)));
        return lengths;
    }

    private static JsonOut escalation(Escalation each) {
        return JsonOut.empty().put("id", each.id()).put("when", each.when()).put("to", each.to());
    }

    private static Escalation escalation(JsonIn in) {
        return new Escalation(new ItemId(in.text("id")), in.text("when"), in.text("to"), null);
    }

    /// What a text that may be missing stands for.
    static <T> @Nullable T optional(@Nullable String text, Function<String, T> make) {
        return text == null ? null : make.apply(text);
    }

    private static JsonOut member(Charter.Member member) {
        return JsonOut.empty().put("id", member.id()).put("name", member.name());
    }

    private static JsonOut handOff(HandOff each) {
        var json = JsonOut.empty()
                .put("id", each.id())
                .put("title", each.title())
                .put("from", each.from())
                .put("to", each.to());
        return with(with(json, "after", each.after()), "before", each.before());
    }

    private static HandOff handOff(JsonIn in) {
        return new HandOff(
                new ItemId(in.text("id")),
                in.text("title"),
                new AgentId(in.text("from")),
                new AgentId(in.text("to")),
                optional(in.textOrNull("after"), TaskId::new),
                optional(in.textOrNull("before"), TaskId::new),
                null);
    }

    private static JsonOut meeting(Meeting each) {
        return JsonOut.empty()
                .put("id", each.id())
                .put("title", each.title())
                .put("at", each.at())
                .put("zone", each.zone())
                .put("length", each.length())
                .put("attendance", each.attendance())
                .put("agenda", each.agenda());
    }

    private static Meeting meeting(JsonIn in) {
        return new Meeting(
                new ItemId(in.text("id")),
                in.text("title"),
                LocalTime.parse(in.text("at")),
                ZoneId.of(in.text("zone")),
                Duration.parse(in.text("length")),
                in.constant("attendance", Attendance.class),
                in.texts("agenda"),
                null);
    }

    private static JsonOut conflict(ConflictRule each) {
        var json = JsonOut.empty()
                .put("kind", each.kind())
                .put("steps", each.steps())
                .put("rotation", each.rotation());
        with(json, "timeBox", each.timeBox());
        with(json, "escalateAfter", each.escalateAfter());
        return with(json, "reviewAfter", each.reviewAfter());
    }

    private static ConflictRule conflict(JsonIn in) {
        return new ConflictRule(
                in.constant("kind", ConflictKind.class),
                in.texts("steps"),
                optional(in.textOrNull("timeBox"), Duration::parse),
                optional(in.textOrNull("escalateAfter"), Duration::parse),
                optional(in.textOrNull("reviewAfter"), Duration::parse),
                in.constant("rotation", Rotation.class),
                null);
    }

    static JsonOut with(JsonOut json, String key, @Nullable Object value) {
        return value == null ? json : json.put(key, value);
    }
}
