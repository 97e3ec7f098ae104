package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import muster.plan.Parsed;
import org.junit.jupiter.api.Test;

class PlanReferenceTest {

    @Test
    void thePublishedReferenceIsTheGrammarOfTheReader() {
        Golden.check(Path.of("../docs/reference/plan-file.md"), PlanReference.text());
    }

    @Test
    void theExampleOfTheReferenceIsAPlan() {
        var example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(PlanReference.text());

        assertThat(example.find()).isTrue();
        assertThat(PlanReader.read("example", example.group(1).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Parsed.Ok.class);
    }
}
