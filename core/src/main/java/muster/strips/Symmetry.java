package muster.strips;

/// A renaming of facts and operators that leaves the task and its goal as they are.
final class Symmetry {
    /// What each fact becomes.
    final int[] fact;
    /// What each operator becomes.
    final int[] operator;
    /// The facts that become another.
    final int[] moved;

    Symmetry(int[] fact, int[] operator) {
        this.fact = fact;
        this.operator = operator;
        var list = new IntList(8);
        for (int each = 0; each < fact.length; each++) {
            if (fact[each] != each) {
                list.add(each);
            }
        }
        this.moved = list.toArray();
    }
}
