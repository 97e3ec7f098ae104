package muster.yaml;

import java.util.ArrayList;
import java.util.List;
import muster.plan.Ids;
import org.jspecify.annotations.Nullable;

/// Ids of one kind in double quotes, as [NameForm] reads them.
///
/// @param <I> the type of the ids
final class IdBytes<I> {
    private final NameForm<I> form;
    private final QuotedBytes in;
    private final Names names;
    private final KnownBytes<I> known;
    private final List<Names.Reference> open = new ArrayList<>();

    IdBytes(NameForm<I> form, QuotedBytes in, Names names) {
        this.form = form;
        this.in = in;
        this.names = names;
        this.known = new KnownBytes<>(in.bytes());
    }

    /// A new entry begins.
    void begin() {
        open.clear();
    }

    /// What has been read since and nobody had declared then.
    List<Names.Reference> open() {
        return open;
    }

    /// The ids of the list that begins here; null if something else stands here or in it.
    @Nullable
    List<I> all() {
        if (!in.skip('[')) {
            return null;
        }
        var all = new ArrayList<I>(4);
        boolean more = !in.isAt(']');
        while (more) {
            var id = next();
            if (id == null) {
                return null;
            }
            all.add(id);
            more = in.comma();
        }
        return in.close(']') ? List.copyOf(all) : null;
    }

    private @Nullable I next() {
        if (!in.text()) {
            return null;
        }
        var seen = known.at(in.begin(), in.end());
        return seen == null ? unseen(in.last()) : seen;
    }

    private @Nullable I unseen(String text) {
        if (!isId(text)) {
            return null;
        }
        return switch (form.role()) {
            case REFERS -> referred(text);
            case MENTIONS, DECLARES -> know(in.begin(), in.end(), form.make().apply(text));
        };
    }

    @SuppressWarnings("unchecked") // equal kinds have ids of one type
    private I referred(String text) {
        var declared = (I) names.find(form.kind(), text);
        if (declared != null) {
            return know(in.begin(), in.end(), declared);
        }
        open.add(new Names.Reference(form.kind(), text, in.place()));
        return form.make().apply(text);
    }

    /// Between these two places stands the id.
    I know(int begin, int end, I id) {
        known.put(begin, end, id);
        return id;
    }

    /// The id that stands here and that no entry has; null if it is none.
    @Nullable
    I free() {
        var text = in.text() ? in.last() : "";
        return isId(text) && names.isFree(form.kind(), text) ? form.make().apply(text) : null;
    }

    private boolean isId(String text) {
        return Ids.isId(text) && text.length() <= form.kind().longest();
    }
}
