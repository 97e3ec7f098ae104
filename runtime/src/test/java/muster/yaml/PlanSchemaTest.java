package muster.yaml;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlanSchemaTest {

    @Test
    void thePublishedSchemaIsTheGrammarOfTheReader() {
        Golden.check(Path.of("../docs/reference/muster.schema.json"), PlanSchema.text());
    }
}
