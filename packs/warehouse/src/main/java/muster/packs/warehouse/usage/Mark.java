package muster.packs.warehouse.usage;

/// What statements of this pack carry that read views to see whether they can be read.
public final class Mark {
    /// A comment, which logs of statements keep.
    public static final String TEXT = "/* muster */";

    private Mark() {}
}
