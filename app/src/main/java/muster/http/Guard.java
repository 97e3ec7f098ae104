package muster.http;

import com.sun.net.httpserver.Headers;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps out what a browser sends on behalf of strange pages: a name that was bound to this address for the
/// purpose (DNS rebinding) shows in `Host`, a strange page in `Origin`.
///
/// @param names under which the server may be asked, in lower case, without port
record Guard(Set<String> names) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    Guard {
        names = Set.copyOf(names);
    }

    /// For a server that listens there.
    ///
    /// @param more names beside the address itself
    static Guard of(InetSocketAddress at, Set<String> more) {
        var names = new HashSet<String>();
        more.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        names.add(at.getHostString().toLowerCase(Locale.ROOT));
        if (at.getAddress().isLoopbackAddress()) {
            names.addAll(LOOPBACK);
        }
        return new Guard(names);
    }

    /// Nothing, if the request may pass.
    void check(Headers headers) {
        var host = headers.getFirst("Host");
        if (host == null || !names.contains(name(host))) {
            throw Halt.wrong(
                    421, "this server is not asked as '" + host + "'\nMaybe allow it: muster serve --name NAME");
        }
        var origin = headers.getFirst("Origin");
        if (origin != null && !names.contains(originName(origin))) {
            throw Halt.wrong(403, "pages of " + origin + " may not ask this server");
        }
    }

    private static String name(String host) {
        return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    }

    private static String originName(String origin) {
        try {
            @Nullable String host = URI.create(origin).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
