package muster.plan;

/// Where an entry of a plan came from: a document and the line (1-based) in it.
public record Source(String document, int line) {
    public Source {
        if (line < 1) {
            throw new IllegalArgumentException("line starts at 1, got " + line);
        }
    }

    @Override
    public String toString() {
        return document + ":" + line;
    }
}
