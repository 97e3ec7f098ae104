package muster.probes.host;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import muster.matching.Value;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.HostProbe;

/// Whether a name resolves. Addresses without a server are looked up as any program would, so `/etc/hosts` counts; for
/// everything else a name server is asked.
record DnsProbe() {
    private static final String KIND = "dns";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,255}");
    private static final Pattern SERVER = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\])(:[0-9]{1,5})?");

    /// A question that gets no answer is asked once more, so each may take half of the time.
    private static final int QUESTIONS = 2;

    Observation of(HostProbe.Dns wanted, Duration limit) throws InterruptedException {
        var name = wanted.name();
        var server = wanted.server();
        if (!NAME.matcher(name).matches()
                || (server != null && !SERVER.matcher(server).matches())) {
            return Observation.error(KIND, name, "'" + name + "' or its server is no name of the domain name system");
        }
        try {
            return compared(wanted, answersInTime(wanted, limit));
        } catch (TimeoutException e) {
            return Observation.error(KIND, name, "no answer within " + limit.toMillis() + " ms");
        } catch (NamingException | RuntimeException e) {
            return Observation.error(KIND, name, "no name server could be asked: " + e.getMessage());
        }
    }

    private static Observation compared(HostProbe.Dns wanted, List<String> answers) {
        var what = wanted.name() + " " + wanted.type();
        if (answers.isEmpty() && wanted.answers() == null) {
            return Comparison.missing(KIND, wanted.name(), what + " does not resolve");
        }
        var values = new Value.Many(answers.stream().<Value>map(Value.Text::new).toList());
        return new Comparison(KIND, wanted.name())
                .like("answers", wanted.answers(), values)
                .seen(AssuranceLevel.TESTS_PASS, what + " resolves to " + String.join(", ", answers))
                .with("type", wanted.type().name())
                .with("answers", String.join(",", answers));
    }

    /// The system's resolver knows no limit of time, so it is waited for from outside.
    private static List<String> answersInTime(HostProbe.Dns wanted, Duration limit)
            throws NamingException, TimeoutException, InterruptedException {
        var family = family(wanted);
        if (wanted.server() != null || family == null) {
            return asked(wanted, limit);
        }
        var looked = new CompletableFuture<List<String>>();
        Thread.ofPlatform().daemon().start(() -> looked.complete(looked(wanted.name(), family)));
        try {
            return looked.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @org.jspecify.annotations.Nullable Class<? extends InetAddress> family(HostProbe.Dns wanted) {
        return switch (wanted.type()) {
            case A -> Inet4Address.class;
            case AAAA -> Inet6Address.class;
            case CNAME, MX, NS, PTR, SOA, SRV, TXT -> null;
        };
    }

    private static List<String> looked(String name, Class<? extends InetAddress> family) {
        try {
            return Stream.of(InetAddress.getAllByName(name))
                    .filter(family::isInstance)
                    .map(InetAddress::getHostAddress)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    /// By the JDK's own client, whose settings have these names.
    // The constructor takes no other map; only the context of DNS is named, names are checked, and texts come back.
    @SuppressWarnings({"JdkObsolete", "BanJNDI"})
    private static List<String> asked(HostProbe.Dns wanted, Duration limit) throws NamingException {
        var settings = new Hashtable<String, String>();
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put("java.naming.provider.url", "dns:" + (wanted.server() == null ? "" : "//" + wanted.server()));
        settings.put("com.sun.jndi.dns.timeout.initial", Long.toString(limit.toMillis() / QUESTIONS));
        settings.put("com.sun.jndi.dns.timeout.retries", "1");
        var context = new InitialDirContext(settings);
        try {
            var type = wanted.type().name();
            var found =
                    context.getAttributes(wanted.name(), new String[] {type}).get(type);
            var answers = new ArrayList<String>();
            for (int i = 0; found != null && i < found.size(); i++) {
                answers.add(String.valueOf(found.get(i)));
            }
            return answers.stream().sorted().toList();
        } catch (NameNotFoundException e) {
            return List.of();
        } finally {
            context.close();
        }
    }
}
