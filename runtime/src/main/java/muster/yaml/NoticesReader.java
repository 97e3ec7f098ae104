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
    private static final Field<Channel.Command, List<String>> COMMAND = Field.required(
            "command",
            new ListForm<>(TextForm.WORD, 1),
            Channel.Command::argv,
            "a program and its arguments; it reads the notice as JSON from its standard input");
    private static final Field<Channel.Webhook, String> WEBHOOK =
            Field.required("webhook", TextForm.SOME, Channel.Webhook::url, "address that notices are posted to");
    private static final Field<Channel.Webhook, @Nullable String> SECRET = Field.optional(
            "secret",
            TextForm.SOME,
            Channel.Webhook::secret,
            "environment variable of the key that they are signed with");
    private static final Field<Channel.Slack, String> SLACK = Field.required(
            "slack", TextForm.SOME, Channel.Slack::url, "environment variable of an incoming webhook's address");
    private static final Field<Channel.Lines, String> FILE =
            Field.required("file", TextForm.SOME, Channel.Lines::file, "file that gets a line for each notice");

    private static final Form<Channel> CHANNEL = new ChoiceForm<>(
            "channel",
            List.of(
                    new ChoiceForm.Case<>(
                            Channel.Command.class,
                            new EntryForm<>(
                                    "channel", List.of(COMMAND), entry -> new Channel.Command(entry.get(COMMAND)))),
                    new ChoiceForm.Case<>(
                            Channel.Webhook.class,
                            new EntryForm<>(
                                    "channel",
                                    List.of(WEBHOOK, SECRET),
                                    entry -> new Channel.Webhook(entry.get(WEBHOOK), entry.get(SECRET)))),
                    new ChoiceForm.Case<>(
                            Channel.Slack.class,
                            new EntryForm<>("channel", List.of(SLACK), entry -> new Channel.Slack(entry.get(SLACK)))),
                    new ChoiceForm.Case<>(
                            Channel.Lines.class,
                            new EntryForm<>("channel", List.of(FILE), entry -> new Channel.Lines(entry.get(FILE))))));

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

    private static final Field<Routing, SortedMap<String, Channel>> CHANNELS =
            Field.required("channels", new ByNameForm<>(CHANNEL), Routing::channels, "ways to tell, by name");
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
