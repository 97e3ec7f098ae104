package muster.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.plan.AgentId;
import muster.plan.Plan;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.schedule.Network;
import muster.schedule.SchedulingResult;
import muster.schedule.Slot;
import muster.schedule.Wait;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;

/// The places of a schedule as an array of JSON, written one after the other: no tree of all of them is made first.
final class SlotsJson implements JacksonSerializable {
    private final List<Slot> slots;
    private final Map<TaskId, Task> tasks = new HashMap<>();
    private final List<Network.Activity> logic;
    private final Map<TaskId, Integer> places = new HashMap<>();

    SlotsJson(Plan plan, SchedulingResult.Scheduled scheduled) {
        slots = scheduled.schedule().slots();
        logic = scheduled.network().activities();
        plan.tasks().forEach(task -> tasks.put(task.id(), task));
        for (int place = 0; place < logic.size(); place++) {
            places.put(logic.get(place).item(), place);
        }
    }

    @Override
    public void serialize(JsonGenerator json, SerializationContext context) {
        json.writeStartArray();
        slots.forEach(slot -> slot(slot, json));
        json.writeEndArray();
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializationContext context, TypeSerializer type) {
        serialize(json, context);
    }

    private void slot(Slot slot, JsonGenerator json) {
        var task = tasks.get(slot.item());
        json.writeStartObject();
        json.writeStringProperty("id", slot.item().value());
        text("title", task == null ? null : task.title(), json);
        json.writeStringProperty("start", slot.start().toString());
        json.writeStringProperty("finish", slot.finish().toString());
        json.writeNumberProperty("mode", slot.mode());
        json.writeArrayPropertyStart("owners");
        slot.owners().stream().map(AgentId::value).forEach(json::writeString);
        json.writeEndArray();
        json.writeNumberProperty("total_slack", slot.totalSlack().toSeconds());
        json.writeNumberProperty("free_slack", slot.freeSlack().toSeconds());
        var place = places.get(slot.item());
        if (place == null) {
            json.writeNullProperty("total_slack_by_logic");
        } else {
            json.writeNumberProperty(
                    "total_slack_by_logic", logic.get(place).totalSlack().toSeconds());
        }
        json.writeArrayPropertyStart("waits");
        slot.waits().forEach(wait -> wait(wait, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void wait(Wait wait, JsonGenerator json) {
        var other = wait.other();
        json.writeStartObject();
        json.writeStringProperty("for", WaitWords.kind(wait));
        text("task", other == null ? null : other.value(), json);
        json.writeStringProperty("until", wait.until().toString());
        json.writeStringProperty("words", WaitWords.of(wait));
        json.writeEndObject();
    }

    private static void text(String name, @Nullable String value, JsonGenerator json) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }
}
