package muster.yaml;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.Contract;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.Location;
import muster.plan.Money;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.plan.Timing;
import org.jspecify.annotations.Nullable;

/// Makes tasks of the usual shape straight from their bytes: in brackets, keys and texts in double quotes, nothing
/// wrong. All others are read from their nodes by [TaskForms#TASK]; both give the same.
final class TaskBytes {
    private static final Action NOTHING = new Action.Manual("");

    private static final Map<String, Key> KEYS = Map.of(
            "id", Key.ID,
            "title", Key.TITLE,
            "owners", Key.OWNERS,
            "needs", Key.NEEDS,
            "requires", Key.REQUIRES,
            "provides", Key.PROVIDES,
            "estimate", Key.ESTIMATE);

    private final PlainCursor cursor;
    private final Reading reading;
    private final QuotedBytes in;
    private final KnownBytes<Key> keys;
    private final KnownBytes<Estimate> estimates;
    private final IdBytes<TaskId> tasks;
    private final IdBytes<AgentId> agents;
    private final IdBytes<FactId> facts;

    /// What has been read of the task that stands here.
    private final EnumMap<Key, Object> read = new EnumMap<>(Key.class);

    /// An id, its place and where its text lies.
    private record Named(TaskId id, Location at, int begin, int end) {}

    /// Keys that most tasks have.
    private enum Key {
        ID,
        TITLE,
        OWNERS,
        NEEDS,
        REQUIRES,
        PROVIDES,
        ESTIMATE
    }

    TaskBytes(PlainCursor cursor, Reading reading) {
        this.cursor = cursor;
        this.reading = reading;
        this.in = new QuotedBytes(cursor);
        this.keys = new KnownBytes<>(cursor.text());
        this.estimates = new KnownBytes<>(cursor.text());
        this.tasks = new IdBytes<>(NameForm.refers(Kind.TASK, TaskId::new), in, reading.names());
        this.agents = new IdBytes<>(NameForm.refers(Kind.AGENT, AgentId::new), in, reading.names());
        this.facts = new IdBytes<>(NameForm.mentions(Kind.FACT, FactId::new), in, reading.names());
    }

    /// The task that begins here; null, with the cursor where it is, if it has to be read from its nodes.
    ///
    /// @param indent it is all indented by more than that
    @Nullable
    Task next(int indent) {
        cursor.mark();
        read.clear();
        tasks.begin();
        agents.begin();
        in.indented(indent);
        if (isUsual()
                && read.get(Key.ID) instanceof Named named
                && read.get(Key.TITLE) instanceof String title
                && reading.spendIfThere(values())) {
            declare(named);
            return task(named.id(), title);
        }
        cursor.back();
        return null;
    }

    private boolean isUsual() {
        if (!in.skip('{')) {
            return false;
        }
        boolean more = true;
        while (more) {
            if (!entry()) {
                return false;
            }
            more = in.comma();
        }
        return in.close('}');
    }

    private boolean entry() {
        var key = in.key() ? key() : null;
        if (key == null || read.containsKey(key)) {
            return false;
        }
        var value = value(key);
        if (value != null) {
            read.put(key, value);
        }
        return value != null;
    }

    private @Nullable Key key() {
        var known = keys.at(in.begin(), in.end());
        var key = known == null ? KEYS.get(in.last()) : known;
        if (known == null && key != null) {
            keys.put(in.begin(), in.end(), key);
        }
        return key;
    }

    private @Nullable Object value(Key key) {
        return switch (key) {
            case ID -> id();
            case TITLE -> in.text() && in.end() > in.begin() ? in.last() : null;
            case OWNERS -> agents.all();
            case NEEDS -> tasks.all();
            case REQUIRES, PROVIDES -> facts.all();
            case ESTIMATE -> in.text() ? estimate() : null;
        };
    }

    private @Nullable Named id() {
        var id = tasks.free();
        return id == null ? null : new Named(id, in.place(), in.begin(), in.end());
    }

    /// One that was read from a node before.
    private @Nullable Estimate estimate() {
        var known = estimates.at(in.begin(), in.end());
        var estimate = known == null ? reading.parsed(Estimates.SHORT, in.last()) : known;
        if (known == null && estimate != null) {
            estimates.put(in.begin(), in.end(), estimate);
        }
        return estimate;
    }

    /// As many as the forms count.
    private int values() {
        int count = 1 + read.size();
        for (var value : read.values()) {
            count += value instanceof Collection<?> list ? 1 + list.size() : 0;
        }
        return count;
    }

    /// Once all of the task is known to be right, its names are noted in the order of the fields.
    private void declare(Named named) {
        reading.names().declare(Kind.TASK, named.id(), named.at());
        tasks.know(named.begin(), named.end(), named.id());
        reading.names().referUnlessDeclared(agents.open());
        reading.names().referUnlessDeclared(tasks.open());
    }

    private Task task(TaskId id, String title) {
        return new Task(
                id,
                title,
                or(Key.OWNERS, List.<AgentId>of()),
                or(Key.NEEDS, List.<TaskId>of()),
                or(Key.REQUIRES, List.<FactId>of()),
                or(Key.PROVIDES, List.<FactId>of()),
                or(Key.ESTIMATE, Estimate.ZERO),
                Money.ZERO,
                List.of(),
                null,
                NOTHING,
                null,
                List.of(),
                0,
                null,
                null,
                null,
                Timing.FREE,
                Contract.NONE);
    }

    @SuppressWarnings("unchecked")
    private <T> T or(Key key, T standard) {
        var value = read.get(key);
        return value == null ? standard : (T) value;
    }
}
