package muster.probes.host;

/// What a program of another machine printed.
record Answer(int exit, String stdout, String stderr) {
    /// Whether it said that nothing is at the path, which stands last in what it says whatever the path
    /// is.
    boolean saysNotThere() {
        var end = stderr.stripTrailing();
        return exit != 0 && (end.endsWith(": No such file or directory") || end.endsWith(": Not a directory"));
    }

    /// What it said of its failure, in one line.
    String complaint() {
        return stderr.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("it ended with " + exit, (_, next) -> next);
    }
}
