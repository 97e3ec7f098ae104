package muster.packs.warehouse.call;

import java.nio.file.Path;

/// A file that an argument names is not there.
public final class MissingFile extends WrongArgument {
    private static final long serialVersionUID = 1L;

    public MissingFile(Path file) {
        super("there is no file " + file);
    }
}
