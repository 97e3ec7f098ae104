package muster.targets;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.plan.Address;

/// A server of OpenSSH of the test's own, on the loopback interface: its own keys, its own list of who may
/// log in.
public final class Sshd implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

    /// A server that root starts wants it to be there. Source: sshd(8).
    private static final Path SEPARATION = Path.of("/run/sshd");

    private final Path folder;
    private final int port;
    private Process process;

    private Sshd(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /// A server that answers; the test is skipped where OpenSSH is not installed.
    public static Sshd start(Path folder) throws IOException, InterruptedException {
        assumeThat(PROGRAM).isExecutable();
        assumeThat(Path.of("/usr/bin/ssh")).isExecutable();
        if (System.getProperty("user.name").equals("root") && !Files.exists(SEPARATION)) {
            Files.createDirectory(SEPARATION);
        }
        var server = new Sshd(folder, freePort());
        server.key("host");
        server.key("own");
        server.key("other");
        Files.copy(folder.resolve("own.pub"), folder.resolve("authorized"));
        Files.writeString(folder.resolve("sshd_config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s/host
                PidFile none
                AuthorizedKeysFile %s/authorized
                StrictModes no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                PermitRootLogin prohibit-password
                UsePAM no
                """.formatted(server.port, folder, folder));
        server.know("host");
        server.begin();
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void key(String name) throws IOException, InterruptedException {
        var made = new ProcessBuilder(
                        "ssh-keygen",
                        "-q",
                        "-t",
                        "ed25519",
                        "-N",
                        "",
                        "-C",
                        "test",
                        "-f",
                        folder.resolve(name).toString())
                .inheritIO()
                .start();
        if (made.waitFor() != 0) {
            throw new IOException("no key could be made");
        }
    }

    /// Makes the client know the server by this key.
    public void know(String key) throws IOException {
        var line = "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve(key + ".pub"));
        Files.writeString(folder.resolve("known"), line);
    }

    /// Starts the server anew.
    public void begin() throws IOException {
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-D",
                        "-e",
                        "-f",
                        folder.resolve("sshd_config").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine();
                line == null || !line.startsWith("Server listening");
                line = lines.readLine()) {
            if (line == null) {
                throw new IOException("the server did not start");
            }
        }
        Thread.ofPlatform().daemon().start(() -> drain(lines));
    }

    private static void drain(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                // What a server says is of no use here, but it must not wait to say it.
            }
        } catch (IOException _) {
            // It has ended.
        }
    }

    /// Cuts all connections; the server stays.
    public void cut() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /// How many logins there are.
    public long connections() {
        return process.children().count();
    }

    /// Ends the server and all connections.
    @Override
    public void close() {
        cut();
        process.destroyForcibly().onExit().join();
    }

    public Address.Ssh address() {
        return new Address.Ssh(System.getProperty("user.name"), "127.0.0.1", port);
    }

    /// Settings of the client that know the key of the user and that of the server.
    public Path settings() throws IOException {
        var file = folder.resolve("ssh_config");
        Files.write(
                file,
                List.of(
                        "IdentityFile " + folder.resolve("own"),
                        "IdentitiesOnly yes",
                        "UserKnownHostsFile " + folder.resolve("known"),
                        "GlobalKnownHostsFile /dev/null"));
        return file;
    }
}
