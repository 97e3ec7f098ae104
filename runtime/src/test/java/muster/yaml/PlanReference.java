package muster.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the reference of the plan file from the forms: one table per mapping.
final class PlanReference {
    private static final String HEAD = """
        # The plan file

        One YAML 1.2 file, `muster.yaml`, says what is to be done, by whom, and what must be true before. This page is made
        from the grammar of the reader (`PlanReferenceTest`); `muster.schema.json` beside it is the same grammar as JSON
        Schema 2020-12, for completion in editors.

        A key that is not listed is an error; so is a key without a value. Keys are required unless a default is given;
        `-` as default means that leaving the key out says that there is none. Numbers and truth values are not text:
        write `title: "2026"`.

        ```yaml
        muster: 1
        plan:
          id: demo
          title: Rename the tables
          start: "2026-01-05T09:00:00Z"
          goal: ["done:rename"]
        agents:
          - {id: ann, name: Ann, kind: human}
        expectations:
          - {id: script, title: A rename script, probe: {script: bin/rename.py, language: python}, level: dry-runs}
        phases:
          - id: merge
            title: Merge
            tasks:
              - {id: rename, title: Rename them, owners: [ann], requires: ["ready:script"], estimate: 4h..6h}
        ```

        ## Values

        | value | form |
        |---|---|
        | id | 1 to 120 of `a-z 0-9 . _ : -`, beginning with a letter or digit; of tasks, remedies and expectations at most 114, of resources 111, as `done:`, `ready:` and `resource:` are put before them. Unique among its kind; tasks and remedies count as one kind |
        | fact | an id that need not be declared: `done:<task>` holds once the task is done, `ready:<expectation>` once the expectation is met |
        | duration | days of 24 hours, hours, minutes, seconds, ms, ns in this order: `90m`, `4h`, `1h30m`, `2d` |
        | estimate | `4h`; `4h..6h`, whose likely time is the middle; or `{min, likely, max}` |
        | instant | ISO 8601 with an offset: `2026-01-05T09:00:00Z` |
        | date | `2026-12-25`; it must exist |
        | time of day | `09:00`, in 24 hours |
        | interval | ISO 8601 period, not empty: `P7D`, `P1M`, `P1Y` |
        | money | amount and ISO 4217 code: `2 USD`, `0.50 EUR` |
        | days | days of the plan, counted from 1: `3` or `3-4` |
        | weekdays | `mon-fri`, `sat`, or a list `[mon, wed]` |
        | source | `document:line`, line counted from 1 |
        | words | a command as a list of words; unquoted numbers are words too: `[head, -n, 5]`. Never read by a shell |

        ## Files

        `include` names further files, relative to the including one, which must lie in its folder (links are followed
        before that is checked). They have the same sections, but no `plan`; `muster` may be left out. Lists are joined in
        the order of inclusion, depth first. An included agent, expectation, gate, phase, risk or task that has the id of one read
        before completes it: the keys it gives replace the keys there (`tasks` of a phase are joined in the same way). So
        an imported plan stays as the importer wrote it and a file beside it binds, estimates and completes. The same id
        twice in one file, or of any other kind in two, is an error.

        ## Limits

        A file has at most 64 MiB and a plan at most 100 files; UTF-8 only; no tags (`!...`), no merge keys (`<<`), at most
        50 aliases and 50 levels of nesting. A file that is read item by item may have 256 MiB (1,000,000 tasks fit into
        a heap of 1 GiB): JSON, or YAML of blocks, brackets, texts in one line and comments, without `include`, a chosen
        profile, `like`, anchors, and `variables` that are used. Nothing may wait for itself, be it by `needs` of tasks and phases, by the
        order of a sequential phase, by `done:` facts, gates or hand-offs, or because a run waits for the end of a loop before anything from outside
        begins that needs one of its tasks or requires what that provides.

        ## Problems

        All problems are reported at once, by file and place: `muster.yaml:12:5: retries must be between 0 and 10, got 99`.
        Line and column count from 1, in code points. A second line that begins with `Maybe` is advice.

        """;

    private final Map<String, String> sections = new LinkedHashMap<>();
    private final ArrayDeque<Form<?>> open = new ArrayDeque<>();

    private PlanReference() {}

    static String text() {
        var reference = new PlanReference();
        reference.link("plan file", PlanForm.PLAN);
        while (!reference.open.isEmpty()) {
            reference.describe(reference.open.removeFirst());
        }
        return HEAD + "## Keys\n\n" + String.join("\n", reference.sections.values());
    }

    private String link(String name, Form<?> form) {
        if (sections.putIfAbsent(name, "") == null) {
            open.add(form);
        }
        return "[" + name + "](#" + name.replace(' ', '-') + ")";
    }

    private void describe(Form<?> form) {
        switch (form) {
            case EntryForm<?> entry -> sections.put(entry.name(), "### " + entry.name() + "\n\n" + table(entry));
            case ChoiceForm<?> choice -> sections.put(choice.name(), "### " + choice.name() + "\n\n" + table(choice));
            default -> throw new IllegalStateException("no section for " + form);
        }
    }

    private String table(ChoiceForm<?> choice) {
        var text = new StringBuilder("A mapping of one of these kinds; the first key tells which.\n\n");
        text.append("| kind | key | form | default | meaning |\n|---|---|---|---|---|\n");
        choice.cases()
                .forEach(one -> one.form()
                        .fields()
                        .forEach(field ->
                                text.append("| ").append(one.key()).append(" ").append(row(field))));
        return text.toString();
    }

    private String table(EntryForm<?> entry) {
        var text = new StringBuilder("| key | form | default | meaning |\n|---|---|---|---|\n");
        entry.fields().forEach(field -> text.append(row(field)));
        return text.toString();
    }

    private String row(Field<?, ?> field) {
        var standard = field.isRequired() ? "required" : standard(field);
        return "| `" + field.key() + "` | " + form(field.form()) + " | " + standard + " | " + field.says() + " |\n";
    }

    private static String standard(Field<?, ?> field) {
        var standard = field.standard();
        if (standard == null) {
            return "-";
        }
        if (standard instanceof List<?> || standard instanceof Map<?, ?>) {
            return "none";
        }
        var written = field.write(standard);
        return "".equals(written) ? "empty" : "`" + written + "`";
    }

    private String form(Form<?> form) {
        return switch (form) {
            case ListForm<?> list ->
                "list of " + form(list.item()) + (list.least() > 0 ? ", at least " + list.least() : "");
            case EntryForm<?> entry -> link(entry.name(), entry);
            case ChoiceForm<?> choice -> link(choice.name(), choice);
            case OrderedForm<?, ?> ordered -> form(ordered.parts());
            case EitherForm<?> either -> form(either.brief()) + "; or " + form(either.full());
            case NameForm<?> name -> name(name);
            case WordForm<?> word -> words(word);
            default -> form.says();
        };
    }

    private static String name(NameForm<?> name) {
        return switch (name.role()) {
            case DECLARES -> "id";
            case REFERS -> name.kind().noun() + " id";
            case MENTIONS -> name.kind() == Kind.FACT ? "fact" : "id";
        };
    }

    private static String words(WordForm<?> form) {
        var words = new ArrayList<String>();
        form.words().keySet().forEach(word -> words.add("`" + word + "`"));
        return String.join(", ", words);
    }
}
