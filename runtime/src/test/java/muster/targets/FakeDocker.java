package muster.targets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A program in the place of Docker's client: it takes exactly the arguments that `docker exec` must get
/// here, and its container `shop` is this machine.
public final class FakeDocker {
    private FakeDocker() {}

    public static Path in(Path folder) throws IOException {
        var program = folder.resolve("docker");
        Files.writeString(program, """
                #!/bin/sh
                [ $# = 5 ] && [ "$1 $2 $3 $5" = "exec --interactive -- /bin/sh" ] || { echo "wrong arguments: $*" >&2; exit 125; }
                [ "$4" = shop ] || { echo "Error response from daemon: No such container: $4" >&2; exit 1; }
                exec /usr/bin/setsid /bin/sh
                """);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
