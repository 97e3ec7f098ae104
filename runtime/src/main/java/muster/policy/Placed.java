package muster.policy;

import muster.plan.Location;

/// A text and the place of its first character.
record Placed(String text, Location at) {
    Location after(int lines, int codePoints) {
        return lines == 0
                ? new Location(at.file(), at.line(), at.column() + codePoints)
                : new Location(at.file(), at.line() + lines, codePoints + 1);
    }
}
