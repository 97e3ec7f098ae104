package muster.yaml;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import muster.notices.Channel;
import muster.notices.GitHubIssue;
import muster.notices.Relay;
import org.jspecify.annotations.Nullable;

/// The kinds of channels of a file of notices.
final class ChannelForms {
    private static final String GITHUB_API = "https://api.github.com";
    private static final int LARGEST_PORT = 65_535;

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

    private static final Form<String> ADDRESS = new PatternForm<>(
            "an address such as ann@host.example",
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}"),
            Function.identity(),
            Function.identity());
    private static final Form<String> SERVER = new PatternForm<>(
            "a server such as smtp.host.example or smtp.host.example:587",
            Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?"),
            ChannelForms::server,
            Function.identity());
    private static final Field<Relay.Login, String> USER =
            Field.required("user", TextForm.SOME, Relay.Login::user, "who sends");
    private static final Field<Relay.Login, String> PASSWORD = Field.required(
            "password", TextForm.SOME, Relay.Login::password, "environment variable of the user's password");
    private static final Form<Relay.Login> LOGGED_IN = new EntryForm<>(
            "login", List.of(USER, PASSWORD), entry -> new Relay.Login(entry.get(USER), entry.get(PASSWORD)));
    private static final Field<Channel.Email, List<String>> EMAIL = Field.required(
            "email", new ListForm<>(ADDRESS, 1), Channel.Email::to, "addresses that get each notice as a mail");
    private static final Field<Channel.Email, String> FROM =
            Field.required("from", ADDRESS, Channel.Email::from, "address of the sender");
    private static final Field<Channel.Email, String> SMTP = Field.required(
            "smtp",
            SERVER,
            mail -> mail.relay().host() + ":" + mail.relay().port(),
            "server that takes outgoing mail, with its port unless that is the usual one");
    private static final Field<Channel.Email, Relay.Encryption> ENCRYPTION =
            Field.<Channel.Email, Relay.Encryption>required(
                            "encryption",
                            WordForm.of(Relay.Encryption.class),
                            mail -> mail.relay().encryption(),
                            "whether it begins in the open (starttls, the default), is encrypted at once, or stays open")
                    .or(Relay.Encryption.STARTTLS);
    private static final Field<Channel.Email, Relay.@Nullable Login> LOGIN =
            Field.optional("login", LOGGED_IN, mail -> mail.relay().login(), "if the server asks for it");

    private static final Form<GitHubIssue> ISSUE = new PatternForm<>(
            "an issue such as owner/name#12",
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}#[1-9][0-9]{0,8}"),
            GitHubIssue::of,
            GitHubIssue::toString);
    private static final Field<Channel.GitHub, GitHubIssue> GITHUB = Field.required(
            "github", ISSUE, Channel.GitHub::issue, "issue or pull request that gets each notice as a comment");
    private static final Field<Channel.GitHub, String> TOKEN = Field.required(
            "token", TextForm.SOME, Channel.GitHub::token, "environment variable of a token that may write there");
    private static final Field<Channel.GitHub, String> API = Field.required(
                    "api", TextForm.SOME, Channel.GitHub::api, "address of the interface; default: " + GITHUB_API)
            .or(GITHUB_API);

    /// A channel.
    static final Form<Channel> CHANNEL = new ChoiceForm<>(
            "channel",
            List.of(
                    kind(Channel.Command.class, List.of(COMMAND), entry -> new Channel.Command(entry.get(COMMAND))),
                    kind(
                            Channel.Webhook.class,
                            List.of(WEBHOOK, SECRET),
                            entry -> new Channel.Webhook(entry.get(WEBHOOK), entry.get(SECRET))),
                    kind(Channel.Slack.class, List.of(SLACK), entry -> new Channel.Slack(entry.get(SLACK))),
                    kind(Channel.Lines.class, List.of(FILE), entry -> new Channel.Lines(entry.get(FILE))),
                    kind(Channel.Email.class, List.of(EMAIL, FROM, SMTP, ENCRYPTION, LOGIN), ChannelForms::email),
                    kind(
                            Channel.GitHub.class,
                            List.of(GITHUB, TOKEN, API),
                            entry -> new Channel.GitHub(entry.get(GITHUB), entry.get(TOKEN), entry.get(API)))));

    private ChannelForms() {}

    private static <C extends Channel> ChoiceForm.Case<C> kind(
            Class<C> type, List<Field<C, ?>> fields, Function<Entry<C>, C> make) {
        return new ChoiceForm.Case<>(type, new EntryForm<>("channel", fields, make));
    }

    private static Channel.Email email(Entry<Channel.Email> entry) {
        var relay = Relay.of(entry.get(SMTP), entry.get(ENCRYPTION), entry.get(LOGIN));
        return new Channel.Email(entry.get(EMAIL), entry.get(FROM), relay);
    }

    private static String server(String text) {
        var colon = text.indexOf(':');
        var port = colon < 0 ? 1 : Integer.parseInt(text.substring(colon + 1));
        if (port < 1 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("ports are 1 to " + LARGEST_PORT);
        }
        return text;
    }
}
