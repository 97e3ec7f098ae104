package muster.packs.warehouse.call;

import java.util.List;

/// A file that an argument names is not what it should be.
public final class WrongFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param problems what is wrong with it, each with its place
    public WrongFile(List<String> problems) {
        super(String.join("\n", problems));
    }
}
