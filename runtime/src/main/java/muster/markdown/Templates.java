package muster.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.markdown.Block.Fence;
import muster.plan.FormTemplate;

/// Finds the forms that a document prescribes in YAML: values in angle brackets are to be filled in.
final class Templates {
    private static final Pattern KEY = Pattern.compile("^([A-Za-z_][\\w-]*):.*");
    private static final Pattern BLANK = Pattern.compile("(?s).*:\\s*\\S*<[A-Za-z][^>]*>.*");

    private Templates() {}

    static List<FormTemplate> in(Document document) {
        return document.sections().stream()
                .flatMap(section -> section.fences().stream()
                        .filter(Templates::isForm)
                        .flatMap(fence -> of(document, section, fence)))
                .toList();
    }

    private static boolean isForm(Fence fence) {
        return fence.info().matches("(?i)ya?ml")
                && BLANK.matcher(fence.content()).matches();
    }

    private static Stream<FormTemplate> of(Document document, Section section, Fence fence) {
        List<String> fields = fence.content()
                .lines()
                .map(KEY::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
        return fields.isEmpty()
                ? Stream.empty()
                : Stream.of(new FormTemplate(section.title(), fields, document.at(fence.line())));
    }
}
