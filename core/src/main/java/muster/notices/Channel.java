package muster.notices;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way to tell somebody something. What is secret stands in environment variables and is only named here.
public sealed interface Channel {

    /// A program that reads a notice from its standard input.
    ///
    /// @param argv the program, absolute or found on the usual path, and its arguments; never a shell string
    record Command(List<String> argv) implements Channel {
        public Command {
            argv = List.copyOf(argv);
        }
    }

    /// An address that notices are posted to.
    ///
    /// @param secret environment variable of the key that they are signed with; null if they are not
    record Webhook(String url, @Nullable String secret) implements Channel {}

    /// An incoming webhook of Slack.
    ///
    /// @param url environment variable of its address, which is a secret
    record Slack(String url) implements Channel {}

    /// A file that gets a line for each notice.
    ///
    /// @param file relative to the workspace, or absolute
    record Lines(String file) implements Channel {}

    /// E-mail.
    ///
    /// @param to addresses that get each notice; at least one
    /// @param from address of the sender
    record Email(List<String> to, String from, Relay relay) implements Channel {
        public Email {
            to = List.copyOf(to);
        }
    }

    /// Comments of GitHub.
    ///
    /// @param token environment variable of a token that may write there
    /// @param api address of the interface, such as `https://api.github.com`
    record GitHub(GitHubIssue issue, String token, String api) implements Channel {}
}
