package muster.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/// Lets through what a plan may contain: no tags, few aliases, little nesting.
final class GuardedParser implements Parser {
    /// Most aliases (`*name`); the library's own default for lists and mappings, here for all.
    static final int MOST_ALIASES = 50;

    /// Deepest nesting; the form of the file needs 9.
    static final int DEEPEST = 50;

    private final Parser parser;
    private final Map<String, String> texts = new HashMap<>();
    private int aliases;
    private int depth;

    GuardedParser(Parser parser) {
        this.parser = parser;
    }

    /// Something that plans may not contain. Only passes through the composer, which cannot return values.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Mark at;
        private final @Nullable String hint;

        private Refused(String message, Optional<Mark> at, @Nullable String hint) {
            super(message, null, false, false);
            this.at = at.orElseThrow();
            this.hint = hint;
        }

        Mark at() {
            return at;
        }

        String message() {
            return String.valueOf(getMessage());
        }

        @Nullable
        String hint() {
            return hint;
        }
    }

    @Override
    public Event next() {
        var event = parser.next();
        switch (event) {
            case AliasEvent alias -> count(alias);
            case ScalarEvent scalar -> refuse(scalar.getTag(), scalar);
            case CollectionStartEvent start -> enter(start);
            case CollectionEndEvent _ -> depth--;
            default -> {}
        }
        return event instanceof ScalarEvent scalar ? small(scalar) : event;
    }

    /// The same with one object for all equal texts and without the place of its end, which nobody asks for: a large
    /// plan is mostly texts and places.
    private ScalarEvent small(ScalarEvent scalar) {
        var text = texts.putIfAbsent(scalar.getValue(), scalar.getValue());
        return new ScalarEvent(
                scalar.getAnchor(),
                scalar.getTag(),
                scalar.getImplicit(),
                text == null ? scalar.getValue() : text,
                scalar.getScalarStyle(),
                scalar.getStartMark(),
                scalar.getStartMark());
    }

    private void count(AliasEvent alias) {
        aliases++;
        if (aliases > MOST_ALIASES) {
            throw new Refused("more than " + MOST_ALIASES + " aliases", alias.getStartMark(), null);
        }
    }

    private void enter(CollectionStartEvent start) {
        refuse(start.getTag(), start);
        depth++;
        if (depth > DEEPEST) {
            throw new Refused("nested more than " + DEEPEST + " levels deep", start.getStartMark(), null);
        }
    }

    private static void refuse(Optional<String> tag, Event event) {
        if (tag.isPresent()) {
            var message = "tags are not allowed, got '" + Value.quote(tag.get()) + "'";
            throw new Refused(message, event.getStartMark(), "Maybe put text that begins with ! in quotes");
        }
    }

    @Override
    public boolean checkEvent(Event.ID id) {
        return parser.checkEvent(id);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }
}
