package muster.packs.trino;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/// A Trino server of one node with the Iceberg connector, whose tables lie in a temporary folder: a process
/// of its own on this machine's loopback, with a heap of 1 GiB, for as long as the tests last. Its jars are
/// listed by `.setup/environment.sh`.
public final class TrinoServer {
    private static final String CATALOG = "lake";
    private static final String JARS = ".muster-cache/trino-483";
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static final class Once {
        private static final TrinoServer SERVER = start();
    }

    private final Process process;
    private final Path folder;
    private final Ports ports;

    /// @param plain for HTTP, where nobody has to say who he is
    /// @param secure for TLS, where a token or the password is needed
    private record Ports(int plain, int secure) {}

    private TrinoServer(Process process, Path folder, Ports ports) {
        this.process = process;
        this.folder = folder;
        this.ports = ports;
    }

    /// The address of a new schema without tables; without the server's jars the test is skipped.
    public static String schema() throws Exception {
        Assumptions.assumeTrue(
                Files.exists(jars().resolve("iceberg.classpath")),
                "the jars of Trino are not there, see .setup/environment.sh");
        var server = Once.SERVER;
        var name = "w" + SCHEMAS.incrementAndGet();
        try (var connection = TrinoAccess.of(server.address("information_schema"), java.util.Map.of())
                        .open();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        }
        return server.address(name);
    }

    /// The address of a schema of [#schema()] by TLS, with the certificate that is to be trusted and the name of the
    /// variable that holds the token or the password.
    ///
    /// @param plain the address of [#schema()]
    static String secured(String plain, String options) {
        var server = Once.SERVER;
        return plain.replaceFirst(":" + server.ports.plain(), ":" + server.ports.secure()) + "?" + options;
    }

    /// The certificate of the server, as a file.
    static Path certificate() {
        return new Identity(Once.SERVER.folder).certificate();
    }

    private String address(String schema) {
        return "trino://127.0.0.1:%d/%s/%s".formatted(ports.plain(), CATALOG, schema);
    }

    /// The checkout's folder is found from the folder that tests run in.
    private static Path jars() {
        var here = Path.of("").toAbsolutePath();
        while (here.getParent() != null && !Files.exists(here.resolve(".setup/trino"))) {
            here = here.getParent();
        }
        return here.resolve(JARS);
    }

    private static TrinoServer start() {
        try {
            var folder = Files.createTempDirectory("muster-trino");
            var ports = new Ports(freePort(), freePort());
            layOut(folder, ports);
            var builder = new ProcessBuilder(command(folder))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile());
            // A table is a folder here, whose name has the characters of the table's.
            builder.environment().put("LC_ALL", "C.UTF-8");
            var process = builder.start();
            var server = new TrinoServer(process, folder, ports);
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            server.await();
            return server;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void layOut(Path folder, Ports ports) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("etc/catalog"));
        Files.writeString(
                folder.resolve("etc/config.properties"),
                """
                coordinator=true
                node-scheduler.include-coordinator=true
                http-server.http.port=%1$d
                discovery.uri=http://127.0.0.1:%1$d
                node.environment=test
                node.internal-address=127.0.0.1
                node.bind-ip=127.0.0.1
                query.max-memory=300MB
                query.max-memory-per-node=300MB
                memory.heap-headroom-per-node=150MB
                """.formatted(ports.plain()) + Identity.in(folder).configuration(ports.secure()));
        Files.writeString(folder.resolve("etc/catalog").resolve(CATALOG + ".properties"), """
                connector.name=iceberg
                iceberg.catalog.type=TESTING_FILE_METASTORE
                hive.metastore.catalog.dir=local:///tables
                fs.local.enabled=true
                local.location=%s
                """.formatted(
                        Files.createDirectories(folder.resolve("disk"))));
        Files.writeString(folder.resolve("Start.java"), """
                class Start { static void main() { new io.trino.server.Server().start("483"); } }
                """);
        plugin(folder.resolve("plugin/iceberg"));
        PasswordPlugin.in(folder, classPath());
    }

    /// A plugin is a folder of jars, with the name of its class, which its own jar lacks.
    private static void plugin(Path folder) throws IOException {
        var services = Files.createDirectories(folder.resolve("services/META-INF/services"));
        Files.writeString(services.resolve("io.trino.spi.Plugin"), "io.trino.plugin.iceberg.IcebergPlugin\n");
        for (var jar :
                Files.readString(jars().resolve("iceberg.classpath")).strip().split(":", -1)) {
            Files.createSymbolicLink(folder.resolve(Path.of(jar).getFileName()), Path.of(jar));
        }
    }

    /// A class in source form needs no Trino to compile this module.
    private static List<String> command(Path folder) throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // Each query brings classes: with the 48 MiB of the first compiler alone, the server would
                // collect all of its garbage every few seconds.
                "-XX:ReservedCodeCacheSize=240m",
                "-XX:MetaspaceSize=300m",
                "--add-modules=jdk.incubator.vector",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dconfig=etc/config.properties",
                "-cp",
                classPath(),
                folder.resolve("Start.java").toString());
    }

    private static String classPath() throws IOException {
        return Files.readString(jars().resolve("server.classpath")).strip();
    }

    private void await() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(folder.resolve("log")).contains("SERVER STARTED")) {
            if (process.waitFor(250, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("Trino did not start: " + Files.readString(folder.resolve("log")));
            }
        }
    }

    private void stop() {
        try {
            process.destroyForcibly().waitFor();
            try (var files = Files.walk(folder)) {
                for (var file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
