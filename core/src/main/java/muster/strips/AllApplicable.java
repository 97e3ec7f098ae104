package muster.strips;

/// Every operator that may be applied.
final class AllApplicable implements Choice {
    private final MatchingTree tree;

    AllApplicable(CompactTask task) {
        tree = new MatchingTree(task);
    }

    @Override
    public void operators(long[] state, IntList into) {
        tree.applicable(state, into);
    }
}
