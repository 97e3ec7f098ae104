package muster.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.notices.Channel;
import muster.notices.NoticeKind;
import muster.notices.Routing;
import muster.plan.NearMiss;
import muster.plan.Parsed;
import org.jspecify.annotations.Nullable;

/// Reads the operator's file of notices: `channels:` by name, and `routes:` that say what goes by which. It stands
/// outside the project's own files, which could otherwise start programs and post to addresses as they like.
public final class NoticesReader {
    private static final Field<Routing.Rule, List<NoticeKind>> KINDS = Field.<Routing.Rule, List<NoticeKind>>required(
                    "kinds",
                    ListForm.of(WordForm.of(NoticeKind.class)),
                    rule -> List.copyOf(rule.kinds()),
                    "what they are about; left out, anything")
            .or(List.of());
    private static final Field<Routing.Rule, List<String>> TO = Field.required(
                    "to", ListForm.of(TextForm.SOME), Routing.Rule::to, "whom they concern; left out, anybody")
            .or(List.of());
    private static final Field<Routing.Rule, List<String>> BY =
            Field.required("channels", new ListForm<>(TextForm.SOME, 1), Routing.Rule::channels, "names of channels");

    private static final Form<Routing.Rule> ROUTE = new EntryForm<>(
            "route",
            List.of(KINDS, TO, BY),
            entry -> new Routing.Rule(Set.copyOf(entry.get(KINDS)), entry.get(TO), entry.get(BY)));

    private static final Field<Routing, SortedMap<String, Channel>> CHANNELS = Field.required(
            "channels", new ByNameForm<>(ChannelForms.CHANNEL), Routing::channels, "ways to tell, by name");
    private static final Field<Routing, List<Routing.Rule>> ROUTES = Field.required(
                    "routes",
                    ListForm.of(ROUTE),
                    Routing::rules,
                    "which notices go by which; left out, all by every channel")
            .or(List.of());

    private static final Form<Routing> NOTICES = new EntryForm<>(
            "file of notices",
            List.of(CHANNELS, ROUTES),
            entry -> new Routing(new TreeMap<>(entry.get(CHANNELS)), entry.get(ROUTES)));

    private static final OperatorsFile<Routing> FORM = new OperatorsFile<>(NoticesReader::routing);

    private NoticesReader() {}

    /// The routing, or all problems with their places.
    public static Parsed<Routing> read(Path file) {
        return FORM.read(file);
    }

    /// @param name stands for the path in places
    public static Parsed<Routing> read(String name, byte[] bytes) {
        return FORM.read(name, bytes);
    }

    private static @Nullable Routing routing(Value value) {
        var routing = NOTICES.read(value);
        if (routing != null) {
            unknown(routing)
                    .forEach(channel -> value.wrong(
                            "a route names the channel '" + Value.quote(channel) + "', which is not there",
                            NearMiss.hint(channel, routing.channels().keySet())));
        }
        return routing;
    }

    private static List<String> unknown(Routing routing) {
        return routing.rules().stream()
                .flatMap(rule -> rule.channels().stream())
                .filter(channel -> !routing.channels().containsKey(channel))
                .distinct()
                .toList();
    }
}
