package muster.jsonplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import muster.markdown.Imported;
import muster.plan.Parsed;
import muster.plan.Problem;
import org.junit.jupiter.api.Test;

class JsonPlanImporterTest {
    private static final String TASK = "{\"id\": \"1\", \"title\": \"x\"}";

    @Test
    void jsonThatIsNestedWithoutEndIsRefusedWithItsPlace() {
        assertThat(messages("[".repeat(100_000))).containsExactly("p.json:1:51: nested more than 50 levels deep");
    }

    @Test
    void manyTasksAreMoreThanTheLibraryReadsUnasked() {
        var tasks = "{\"tasks\": [" + (TASK + ",\n").repeat(130_000) + TASK + "]}";

        assertThat(JsonPlanImporter.read("p.json", tasks.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Parsed.Ok.class);
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsPlace() {
        assertThat(messages("{\"tasks\": [")).allMatch(message -> message.startsWith("p.json:1:12: it is no JSON"));
        assertThat(messages("")).containsExactly("p.json:1:1: the file is empty");
        assertThat(messages("[]")).containsExactly("p.json:1:1: there are no phases and no tasks in it");
        assertThat(messages(TASK.getBytes(Charset.forName("UTF-16"))))
                .containsExactly("p.json:1:1: the file is UTF-16\nMaybe save it as UTF-8");
    }

    @Test
    void titlesAreFoldedOntoOneLine() {
        var text = "{\"title\": \"a\\nb\", \"tasks\": [{\"id\": \"1\", \"description\": \"do\\r\\nthis\\n\"}]}";

        var read = JsonPlanImporter.read("p.json", text.getBytes(StandardCharsets.UTF_8));

        assertThat(read).isInstanceOfSatisfying(Parsed.Ok.class, ok -> {
            var plan = ((Imported) ok.value()).plan();
            assertThat(plan.header().title()).isEqualTo("a b");
            assertThat(plan.tasks().getFirst().title()).isEqualTo("do this");
        });
    }

    private static List<String> messages(String text) {
        return messages(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> messages(byte[] bytes) {
        return JsonPlanImporter.read("p.json", bytes) instanceof Parsed.Failed<Imported>(var problems)
                ? problems.stream().map(Problem::toString).toList()
                : List.of();
    }
}
