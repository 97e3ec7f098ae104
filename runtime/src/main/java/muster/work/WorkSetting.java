package muster.work;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Where a worker works.
///
/// @param folder where workers of this machine say that they are alive
/// @param progress is told in a line what happens
public record WorkSetting(Path folder, InstantSource clock, Consumer<String> progress) {}
