package muster.storage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// A disk in memory that is mounted for a test; where none can be mounted, the test is skipped.
record SmallDisk(Path folder) implements AutoCloseable {

    /// @param options of the mount, such as `size=8m`
    static SmallDisk in(Path folder, String options) {
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()), "no disk can be mounted here");
        return new SmallDisk(folder);
    }

    /// True if it has these options from here on.
    boolean remount(String options) {
        return run("mount", "-o", "remount," + options, folder.toString());
    }

    /// True if it is this user's from here on.
    boolean belongsTo(String user) {
        return run("chown", user, folder.toString());
    }

    @Override
    public void close() {
        run("umount", folder.toString());
        folder.toFile().delete();
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(new File("/dev/null"))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
