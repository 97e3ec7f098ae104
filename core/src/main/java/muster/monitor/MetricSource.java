package muster.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the value of a metric comes from.
public sealed interface MetricSource {

    /// An instant query to a Prometheus server; its answer must be one number.
    ///
    /// @param url of the server, such as `http://127.0.0.1:9090`
    /// @param token environment variable of a bearer token; null if it asks for none
    record Prometheus(String url, String query, @Nullable String token) implements MetricSource {}

    /// A file that holds one number.
    ///
    /// @param file relative to the workspace, or absolute
    record File(String file) implements MetricSource {}

    /// A program that prints one number.
    ///
    /// @param argv the program, absolute or found on the usual path, and its arguments; never a shell string
    record Command(List<String> argv) implements MetricSource {
        public Command {
            argv = List.copyOf(argv);
        }
    }
}
