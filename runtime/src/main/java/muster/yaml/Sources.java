package muster.yaml;

import java.util.regex.Pattern;
import muster.plan.Source;

/// Where an entry came from: `document:line`.
final class Sources {
    static final String SAYS = "where the entry came from";

    static final Form<Source> SOURCE = new PatternForm<>(
            "document:line such as schedule.md:12",
            Pattern.compile("[^\\n]+:[1-9][0-9]{0,8}"),
            Sources::parse,
            Source::toString);

    private Sources() {}

    private static Source parse(String text) {
        var colon = text.lastIndexOf(':');
        return new Source(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
