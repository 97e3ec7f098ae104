package muster.cli;

/// Entry point of the command line.
public final class Muster {

    private Muster() {}

    static void main() {}
}
