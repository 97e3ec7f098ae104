package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The small example's demo, played without interruption, once for all tests.
///
/// @param home where the small example lies
/// @param said what it told on its way
public record PlayedDemo(Path home, Demo.Setting setting, DemoResult result, List<String> said) {
    private static final int ROWS = 24;

    /// Initialised by the first test that asks.
    private static final class Once {
        private static final PlayedDemo DEMO = play();
    }

    /// The demo that all tests share; nobody changes its folder.
    public static PlayedDemo once() {
        return Once.DEMO;
    }

    private static PlayedDemo play() {
        try {
            var home = Files.createTempDirectory("muster-demo-test-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
            var setting = setting(SmallExample.below(home), home.resolve("played"));
            var told = new Told(new ArrayList<>());
            var result = new Demo(setting, told).play();
            return new PlayedDemo(home, setting, result, told.lines());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Demo.Setting setting(Path example, Path workspace) {
        return new Demo.Setting(example, new Workspace(workspace), ROWS);
    }

    private static void delete(Path home) {
        try {
            Workspace.delete(home);
        } catch (IOException _) {
            // A temporary folder that cannot be removed is no reason to fail.
        }
    }

    /// Remembers what was said.
    record Told(List<String> lines) implements Progress {
        @Override
        public void at(String stage, double share, String text) {}

        @Override
        public void say(String line) {
            lines.add(line);
        }
    }
}
