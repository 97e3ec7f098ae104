package muster.http;

import java.io.IOException;

/// An answer that had begun cannot be ended: the connection is cut, so that nobody takes it for whole.
final class BrokenOff extends IOException {
    private static final long serialVersionUID = 1;

    BrokenOff(Throwable why) {
        super("an answer broke off", why);
    }
}
