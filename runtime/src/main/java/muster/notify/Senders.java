package muster.notify;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import muster.notices.Channel;
import muster.notices.Relay;
import muster.notices.Routing;
import muster.observation.Redaction;
import muster.sandbox.Launcher;
import org.jspecify.annotations.Nullable;

/// The channels of a routing, ready to be used.
///
/// @param redaction takes their secrets out of texts
public record Senders(SortedMap<String, Sender> byChannel, Redaction redaction, Posting posting)
        implements AutoCloseable {
    /// Programs that run at one time.
    private static final int PROGRAMS = 2;

    /// Hosts that are this machine.
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

    public Senders {
        byChannel = Collections.unmodifiableSortedMap(new TreeMap<>(byChannel));
    }

    /// What channels stand on.
    ///
    /// @param root where programs start, and what files are relative to
    /// @param environment holds the secrets
    /// @param tls whom they trust; null for those whom the Java runtime trusts
    public record Ground(
            Path root,
            Map<String, String> environment,
            InstantSource clock,
            @Nullable SSLContext tls) {
        public Ground {
            environment = Map.copyOf(environment);
        }

        /// Trusts whom the Java runtime trusts.
        public Ground(Path root, Map<String, String> environment, InstantSource clock) {
            this(root, environment, clock, null);
        }
    }

    /// What opening came to.
    public sealed interface Opened {
        /// All channels can be used.
        record Ready(Senders senders) implements Opened {}

        /// Some cannot; a line each.
        record Wrong(List<String> problems) implements Opened {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    /// Opens every channel; nothing is sent yet.
    public static Opened open(Routing routing, Ground ground) {
        return new Opening(ground).open(routing);
    }

    @Override
    public void close() {
        posting.client().shutdownNow();
    }

    private record Opening(Ground ground, List<String> problems, TreeSet<String> secrets) {
        Opening(Ground ground) {
            this(ground, new ArrayList<>(), new TreeSet<>());
        }

        Opened open(Routing routing) {
            routing.channels().values().forEach(this::learn);
            var redaction = Redaction.of(secrets);
            var posting = Posting.of(ground.clock(), ground.tls());
            var senders = new TreeMap<String, Sender>();
            routing.channels().forEach((name, channel) -> {
                var sender = sender("channel '" + name + "'", channel, new Tools(posting, redaction));
                if (sender != null) {
                    senders.put(name, sender);
                }
            });
            return problems.isEmpty()
                    ? new Opened.Ready(new Senders(senders, redaction, posting))
                    : new Opened.Wrong(problems);
        }

        private record Tools(Posting posting, Redaction redaction) {}

        private void learn(Channel channel) {
            var variable = switch (channel) {
                case Channel.Webhook(var _, var secret) -> secret;
                case Channel.Slack(var url) -> url;
                case Channel.Email mail ->
                    mail.relay().login() instanceof Relay.Login(var _, var password) ? password : null;
                case Channel.GitHub(var _, var token, var _) -> token;
                case Channel.Command _, Channel.Lines _ -> null;
            };
            var value = variable == null ? null : ground.environment().get(variable);
            if (value != null) {
                secrets.add(value);
            }
        }

        private @Nullable Sender sender(String name, Channel channel, Tools tools) {
            return switch (channel) {
                case Channel.Command(var argv) ->
                    new CommandSender(new Launcher(PROGRAMS), argv, ground.root(), tools.redaction()::redact);
                case Channel.Lines(var file) -> new LinesSender(ground.root().resolve(file));
                case Channel.Slack(var variable) -> {
                    var url = value(name, variable);
                    var to = url == null ? null : address(name, url, "the environment variable " + variable);
                    yield to == null ? null : new SlackSender(tools.posting(), to);
                }
                case Channel.Webhook(var url, var secret) -> {
                    var to = address(name, url, "'" + url + "'");
                    var key = secret == null ? null : key(name, secret);
                    yield to == null || (secret != null && key == null)
                            ? null
                            : new WebhookSender(tools.posting(), to, key);
                }
                case Channel.Email mail -> mail(name, mail);
                case Channel.GitHub hub -> comments(name, hub, tools.posting());
            };
        }

        private @Nullable Sender mail(String name, Channel.Email mail) {
            var relay = mail.relay();
            if (!(relay.login() instanceof Relay.Login(var _, var variable))) {
                return new MailSender(mail, "", ground.tls(), ground.clock());
            }
            if (relay.encryption() == Relay.Encryption.NONE) {
                keepIn(name, "a password", relay.host());
            }
            var password = value(name, variable);
            return password == null ? null : new MailSender(mail, password, ground.tls(), ground.clock());
        }

        private @Nullable Sender comments(String name, Channel.GitHub hub, Posting posting) {
            var token = value(name, hub.token());
            var api = address(name, hub.api(), "'" + hub.api() + "'");
            if (token == null || api == null) {
                return null;
            }
            if ("http".equalsIgnoreCase(api.getScheme())) {
                keepIn(name, "a token", api.getHost());
            }
            var issue = hub.issue();
            var path = "/repos/" + issue.repository() + "/issues/" + issue.number() + "/comments";
            return new GitHubSender(posting, URI.create(hub.api().replaceFirst("/+$", "") + path), token);
        }

        /// What is said in the open stays on this machine.
        private void keepIn(String name, String secret, String host) {
            if (!HERE.contains(host)) {
                problems.add(name + ": " + secret + " is not sent to " + host + " without encryption");
            }
        }

        private @Nullable SecretKeySpec key(String name, String variable) {
            var secret = value(name, variable);
            try {
                return secret == null ? null : WebhookSender.key(secret);
            } catch (IllegalArgumentException e) {
                problems.add(name + ": what follows whsec_ in " + variable + " is no Base64");
                return null;
            }
        }

        private @Nullable String value(String name, String variable) {
            var value = ground.environment().get(variable);
            if (value == null || value.isBlank()) {
                problems.add(name + ": the environment variable " + variable + " is not set");
                return null;
            }
            return value.strip();
        }

        /// @param shown what may be said of the address
        private @Nullable URI address(String name, String url, String shown) {
            try {
                var address = URI.create(url);
                var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
                var plain = address.getHost() != null && address.getRawUserInfo() == null;
                if (plain && (scheme.equals("http") || scheme.equals("https"))) {
                    return address;
                }
            } catch (IllegalArgumentException e) {
                // Told like any other text that is no address; the exception would show it.
            }
            problems.add(name + ": " + shown + " is no address such as https://host/path, without a name or password");
            return null;
        }
    }
}
