package muster.actions;

/// Git could not do what it was told; the message is what it said.
final class GitTrouble extends Exception {
    private static final long serialVersionUID = 1;

    GitTrouble(String why) {
        super(why);
    }
}
