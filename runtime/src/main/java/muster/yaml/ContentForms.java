package muster.yaml;

import java.util.List;
import muster.plan.ContentProbe;
import muster.plan.ContentProbe.Strictness;
import muster.plan.Matcher;
import muster.plan.Probe;

/// Probes of what files say.
final class ContentForms {
    private static final Field<ContentProbe.ValueAt, String> VALUE_IN = Field.required(
            "value-in", TextForm.SOME, ContentProbe.ValueAt::path, "path of a structured file in which a value stands");
    private static final Field<ContentProbe.ValueAt, String> FORMAT = Field.required(
            "format",
            WordForm.themselves("json", "yaml", "xml", "toml", "properties", "env"),
            ContentProbe.ValueAt::format,
            "how the file is written");
    private static final Field<ContentProbe.ValueAt, String> QUERY = Field.required(
            "query", TextForm.SOME, ContentProbe.ValueAt::query, "JSONPath, such as $.a.b; XPath for XML");
    private static final Field<ContentProbe.ValueAt, Matcher> IS =
            Field.required("is", MatcherForms.MATCHER, ContentProbe.ValueAt::value, "what the value must be like");

    private static final Field<ContentProbe.ClaimsHold, String> CLAIMS_IN = Field.required(
            "claims-in", TextForm.SOME, ContentProbe.ClaimsHold::path, "path of a document that states nothing wrong");
    private static final Field<ContentProbe.ClaimsHold, Strictness> UNVERIFIABLE =
            Field.<ContentProbe.ClaimsHold, Strictness>required(
                            "unverifiable",
                            WordForm.of(Strictness.class),
                            ContentProbe.ClaimsHold::unverifiable,
                            "how claims that nothing can measure are taken")
                    .or(Strictness.ALLOW);

    private static final Field<ContentProbe.Sections, String> SECTIONS_OF = Field.required(
            "sections-of", TextForm.SOME, ContentProbe.Sections::path, "path of a Markdown file that has headings");
    private static final Field<ContentProbe.Sections, List<String>> HEADINGS = Field.required(
            "headings", new ListForm<>(TextForm.SOME, 1), ContentProbe.Sections::headings, "headings that it has");

    static final List<ChoiceForm.Case<? extends Probe>> CASES = List.of(
            ProbeForms.one(
                    ContentProbe.ValueAt.class,
                    List.of(VALUE_IN, FORMAT, QUERY, IS),
                    entry -> new ContentProbe.ValueAt(
                            entry.get(VALUE_IN), entry.get(FORMAT), entry.get(QUERY), entry.get(IS))),
            ProbeForms.one(
                    ContentProbe.ClaimsHold.class,
                    List.of(CLAIMS_IN, UNVERIFIABLE),
                    entry -> new ContentProbe.ClaimsHold(entry.get(CLAIMS_IN), entry.get(UNVERIFIABLE))),
            ProbeForms.one(
                    ContentProbe.Sections.class,
                    List.of(SECTIONS_OF, HEADINGS),
                    entry -> new ContentProbe.Sections(entry.get(SECTIONS_OF), entry.get(HEADINGS))));

    private ContentForms() {}
}
