package muster.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.markdown.Block.Fence;
import muster.plan.Source;

/// A form that a document prescribes in YAML, such as that of a hand-off: values in angle brackets are to be filled in.
///
/// @param title the heading it stands under
/// @param fields its keys, in order
public record Template(String title, List<String> fields, Source source) {
    private static final Pattern KEY = Pattern.compile("^([A-Za-z_][\\w-]*):.*");
    private static final Pattern BLANK = Pattern.compile("(?s).*:\\s*\\S*<[A-Za-z][^>]*>.*");

    public Template {
        fields = List.copyOf(fields);
    }

    static List<Template> in(Document document) {
        return document.sections().stream()
                .flatMap(section -> section.fences().stream()
                        .filter(Template::isForm)
                        .flatMap(fence -> of(document, section, fence)))
                .toList();
    }

    private static boolean isForm(Fence fence) {
        return fence.info().matches("(?i)ya?ml")
                && BLANK.matcher(fence.content()).matches();
    }

    private static Stream<Template> of(Document document, Section section, Fence fence) {
        List<String> fields = fence.content()
                .lines()
                .map(KEY::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
        return fields.isEmpty()
                ? Stream.empty()
                : Stream.of(new Template(section.title(), fields, document.at(fence.line())));
    }
}
