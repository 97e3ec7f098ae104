package muster.targets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import muster.observation.Once;
import muster.plan.Address;
import muster.sandbox.Launch;
import org.jspecify.annotations.Nullable;

/// Shells of a machine that the system's own `ssh` logs in to: without questions and passwords, only if the
/// machine's key is known, over one connection that all shells share. The client's settings count, except
/// for what is set here. Source of the options: ssh_config(5).
public final class SshDriver implements Driver {
    private static final int CONNECTING = 10;

    /// Connecting, and as long again for the keys to be exchanged and the shell to start.
    private static final Duration PATIENCE = Duration.ofSeconds(2L * CONNECTING);

    /// The name of a socket has at most 107 bytes, and ssh adds 17 while it makes one. Source: unix(7).
    private static final int LONGEST_SOCKET = 85;

    private static final Duration ENDING = Duration.ofSeconds(2);
    private static final String SOCKET = "c";

    /// The client looks for the user's agent there; it inherits nothing else.
    private static final String AGENT = "SSH_AUTH_SOCK";

    private final Address.Ssh address;
    private final @Nullable Path settings;
    private final Map<String, String> environment;
    private final Once<Path> folder = new Once<>(SshDriver::folder);
    private boolean used;

    /// @param settings a file instead of the user's own settings of the client; none for these
    /// @param environment of this process
    public SshDriver(Address.Ssh address, @Nullable Path settings, Map<String, String> environment) {
        this.address = address;
        this.settings = settings;
        this.environment = Map.copyOf(environment);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("muster-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Process start() throws IOException {
        used = true;
        return Started.of(launch(List.of("exec /bin/sh")));
    }

    /// The command is the same for every shell: no text of a plan is ever on a line that the user's login
    /// shell reads.
    private Launch launch(List<String> last) throws IOException {
        var program = Launch.located("ssh");
        if (program == null) {
            throw new IOException("the program ssh is not installed here");
        }
        var argv = new ArrayList<>(List.of(program.toString()));
        argv.addAll(options());
        argv.add("--");
        argv.add(address.host());
        argv.addAll(last);
        var launch = Launch.of(argv, Path.of("/"), PATIENCE);
        var agent = environment.get(AGENT);
        return agent == null ? launch : launch.with(AGENT, agent);
    }

    private List<String> options() {
        var options = new ArrayList<String>();
        if (settings != null) {
            options.addAll(List.of("-F", settings.toString()));
        }
        options.addAll(List.of("-T", "-a", "-x"));
        for (var one : List.of(
                "BatchMode=yes",
                "StrictHostKeyChecking=yes",
                "ConnectTimeout=" + CONNECTING,
                "ConnectionAttempts=1",
                "ServerAliveInterval=5",
                "ServerAliveCountMax=3",
                "ClearAllForwardings=yes",
                "PermitLocalCommand=no",
                "LogLevel=ERROR")) {
            options.addAll(List.of("-o", one));
        }
        options.addAll(shared());
        if (address.port() != null) {
            options.addAll(List.of("-p", address.port().toString()));
        }
        if (address.user() != null) {
            options.addAll(List.of("-l", address.user()));
        }
        return options;
    }

    /// Where the socket's name would be too long, each shell has a connection of its own.
    private List<String> shared() {
        var socket = folder.get().resolve(SOCKET).toString();
        return socket.length() > LONGEST_SOCKET
                ? List.of("-o", "ControlPath=none")
                : List.of(
                        "-o", "ControlMaster=auto",
                        "-o", "ControlPath=" + socket.replace("%", "%%"),
                        "-o", "ControlPersist=10");
    }

    /// The same language and system programs as on this machine.
    @Override
    public String prelude() {
        return Shell.FOREIGN;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Hold hold() {
        return Hold.THIS_END;
    }

    /// Ends the connection.
    @Override
    public void close() {
        if (!used) {
            return;
        }
        try {
            if (Files.exists(folder.get().resolve(SOCKET))) {
                var argv = new ArrayList<>(launch(List.of()).argv());
                argv.addAll(argv.indexOf("--"), List.of("-O", "exit"));
                var exit = Started.of(Launch.of(argv, Path.of("/"), ENDING));
                exit.waitFor(ENDING.toNanos(), TimeUnit.NANOSECONDS);
            }
            Files.deleteIfExists(folder.get().resolve(SOCKET));
            Files.deleteIfExists(folder.get());
        } catch (IOException _) {
            // A connection without shells ends by itself; the folder is empty.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        folder.forget();
        used = false;
    }
}
