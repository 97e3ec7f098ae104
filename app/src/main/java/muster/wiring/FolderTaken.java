package muster.wiring;

import java.io.IOException;

/// A workspace cannot be used because somebody else does, or because it holds somebody else's files.
public final class FolderTaken extends IOException {

    private static final long serialVersionUID = 1L;

    FolderTaken(String message) {
        super(message);
    }
}
