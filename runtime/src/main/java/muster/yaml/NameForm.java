package muster.yaml;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import muster.plan.Ids;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/// An id.
record NameForm<I>(Kind kind, Role role, Function<String, I> make) implements Form<I> {

    /// What the id does where it stands.
    enum Role {
        /// Names the entry; no other entry of the kind may have it.
        DECLARES,
        /// Names an entry that stands somewhere else.
        REFERS,
        /// Names something that need not stand in the plan.
        MENTIONS
    }

    static <I> NameForm<I> declares(Kind kind, Function<String, I> make) {
        return new NameForm<>(kind, Role.DECLARES, make);
    }

    static <I> NameForm<I> refers(Kind kind, Function<String, I> make) {
        return new NameForm<>(kind, Role.REFERS, make);
    }

    static <I> NameForm<I> mentions(Kind kind, Function<String, I> make) {
        return new NameForm<>(kind, Role.MENTIONS, make);
    }

    @Override
    public @Nullable I read(Value value) {
        var text = value.scalar(Tag.STR);
        if (text == null || !Ids.isId(text) || text.length() > kind.longest()) {
            value.wrong(value.label() + " must be " + says() + ", got " + value.shown(), hint(value, text));
            return null;
        }
        return switch (role) {
            case DECLARES -> declared(value, make.apply(text));
            case REFERS -> referred(value, text);
            case MENTIONS -> make.apply(text);
        };
    }

    private I declared(Value value, I id) {
        var other = value.reading().names().declare(kind, id, value.place());
        if (other != null) {
            value.wrong("duplicate id '" + id + "': it also names " + other, null);
        }
        return id;
    }

    /// The same object that the entry has, if it is there already. Equal kinds have ids of one type.
    @SuppressWarnings("unchecked")
    private I referred(Value value, String text) {
        var known = (I) value.reading().names().refer(kind, text, value);
        return known == null ? make.apply(text) : known;
    }

    private static @Nullable String hint(Value value, @Nullable String text) {
        var number = value.scalar(Tag.INT, Tag.FLOAT, Tag.BOOL);
        if (number != null) {
            return "Maybe put it in quotes: \"" + Value.quote(number) + "\"";
        }
        var slug = text == null
                ? ""
                : text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9._:-]+", "-")
                        .replaceAll("^[^a-z0-9]+|-+$", "");
        return Ids.isId(slug) && !slug.equals(text) ? "Maybe '" + slug + "'" : null;
    }

    @Override
    public Object write(I value) {
        return value.toString();
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.ordered(
                "type", "string", "pattern", "^[a-z0-9][a-z0-9._:-]{0," + (kind.longest() - 1) + "}$");
    }

    @Override
    public String says() {
        var id = role == Role.REFERS ? kind.withArticle() + " id" : "an id";
        return id + " (a-z, 0-9 and . _ : - , at most " + kind.longest() + " characters)";
    }
}
