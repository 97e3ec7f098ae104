package muster.yaml;

import java.util.List;

/// Lists of lines for people.
final class Texts {
    static final Form<List<String>> LIST = ListForm.of(TextForm.SOME);

    private Texts() {}
}
