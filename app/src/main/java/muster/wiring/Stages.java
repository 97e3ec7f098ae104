package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Remembers which steps of a long job are finished, so that the job goes on after it was cut off.
///
/// @param folder holds one marker file for each finished step
record Stages(Path folder) {

    /// A step; it leaves the same result however often it is cut off and begun again.
    @FunctionalInterface
    interface Step {
        void run() throws IOException, InterruptedException;
    }

    boolean finished(String name) {
        return Files.exists(folder.resolve(name));
    }

    /// Runs the step unless an earlier process has finished it.
    void once(String name, Step step) throws IOException, InterruptedException {
        if (!finished(name)) {
            step.run();
            WholeFile.write(folder.resolve(name), "");
        }
    }
}
