package muster.pddl.grounding;

/// A predicate over terms. A term of 0 or more is a variable of the rule; a negative one stands for an object.
final class Literal {
    private final int predicate;
    private final int[] terms;

    Literal(int predicate, int[] terms) {
        this.predicate = predicate;
        this.terms = terms;
    }

    int predicate() {
        return predicate;
    }

    /// The terms; not to be changed.
    int[] terms() {
        return terms;
    }

    static boolean isVariable(int term) {
        return term >= 0;
    }

    /// The term that stands for an object.
    static int term(int object) {
        return ~object;
    }

    /// The object of a term under a binding of the variables; -1 if it is not bound.
    static int value(int term, int[] binding) {
        return isVariable(term) ? binding[term] : ~term;
    }

    /// All terms under a binding that binds them.
    int[] values(int[] binding) {
        int[] values = new int[terms.length];
        for (int place = 0; place < terms.length; place++) {
            values[place] = value(terms[place], binding);
        }
        return values;
    }
}
