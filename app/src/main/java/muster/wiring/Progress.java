package muster.wiring;

/// Is told how far a long operation has come. [#SILENT] listens to nothing.
public interface Progress {

    /// Keeps quiet.
    Progress SILENT = new Progress() {
        @Override
        public void at(String stage, double share, String text) {}

        @Override
        public void say(String line) {}
    };

    /// @param share of the stage done, 0 to 1
    void at(String stage, double share, String text);

    /// A line to keep on the screen.
    void say(String line);
}
