package muster.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The answer to a call, before it is shown in a form.
public sealed interface Reply {
    /// How it ended.
    Ending ending();

    /// As a terminal shows it.
    Shown shown(Form form);

    /// It was answered.
    ///
    /// @param lines the answer for people
    /// @param said what they are told beside it
    /// @param tag grows with what the answer depends on; empty if that is not known
    record Given(Ending ending, Document document, List<String> lines, List<String> said, String tag) implements Reply {
        public Given {
            lines = List.copyOf(lines);
            said = List.copyOf(said);
        }

        /// An answer without a word beside it.
        public Given(Document document, List<String> lines) {
            this(Ending.YES, document, lines, List.of(), "");
        }

        @Override
        public Shown shown(Form form) {
            return switch (form) {
                case WORDS -> new Shown(ending.exit(), lines, said);
                case JSON -> new Shown(ending.exit(), document.text().lines().toList(), List.of());
            };
        }
    }

    /// It was refused.
    ///
    /// @param why one line, and maybe one more with advice
    /// @param problems all that is wrong with what was handed in; empty if that is not the reason
    /// @param document what programs are told of it; null if nothing beside the reason
    record Refused(
            Ending ending,
            String why,
            List<String> problems,
            @Nullable Document document) implements Reply {
        public Refused {
            problems = List.copyOf(problems);
        }

        /// Refused for one reason.
        public Refused(Ending ending, String why) {
            this(ending, why, List.of(), null);
        }

        /// What was handed in is wrong.
        public static Refused of(List<?> problems) {
            var lines = problems.stream().map(Object::toString).toList();
            return new Refused(
                    Ending.INVALID, lines.size() == 1 ? "1 problem" : lines.size() + " problems", lines, null);
        }

        @Override
        public Shown shown(Form form) {
            var told = document;
            var out = told == null || form == Form.WORDS
                    ? List.<String>of()
                    : told.text().lines().toList();
            var err = new ArrayList<>(problems);
            err.add(problems.isEmpty() ? "muster: " + why : why);
            return new Shown(ending.exit(), out, err);
        }
    }

    /// A JSON document.
    ///
    /// @param schema name and version of its form
    record Document(String schema, ObjectNode fields) {
        private static final JsonMapper MAPPER =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

        /// With the schema as the first field.
        public ObjectNode tree() {
            var tree = MAPPER.createObjectNode().put("schema", schema);
            tree.setAll(fields);
            return tree;
        }

        String text() {
            return MAPPER.writeValueAsString(tree());
        }
    }
}
