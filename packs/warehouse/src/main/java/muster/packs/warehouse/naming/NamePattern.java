package muster.packs.warehouse.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A form of names, such as `lag_{PAIR}_w{WIN}`: words, and lists in braces.
///
/// @param symbols the lists in the order in which they occur
/// @param values what may stand for each symbol, in the same order; empty for a list that cannot be listed
/// @param regex anchored by use of a full match; one group per symbol
public record NamePattern(String text, List<String> symbols, List<Set<String>> values, Pattern regex) {
    private static final Pattern SYMBOL = Pattern.compile("\\{([A-Z]+)}");

    public NamePattern {
        symbols = List.copyOf(symbols);
        values = List.copyOf(values);
    }

    /// Which lists a form names.
    static Set<String> symbolsOf(String text) {
        var names = new LinkedHashSet<String>();
        SYMBOL.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /// @param alternatives for every list its values as a regular expression
    /// @param lists the lists that have values
    static NamePattern compile(String text, Map<String, String> alternatives, Map<String, Set<String>> lists) {
        var symbols = new ArrayList<String>();
        var regex = SYMBOL.matcher(text).replaceAll(found -> {
            symbols.add(found.group(1));
            return "(" + alternatives.getOrDefault(found.group(1), "").replace("\\", "\\\\") + ")";
        });
        var values =
                symbols.stream().map(each -> lists.getOrDefault(each, Set.of())).toList();
        return new NamePattern(text, symbols, values, Pattern.compile(regex));
    }

    /// The values bound to the symbols, in order; null when the name has another form.
    @Nullable
    List<String> match(String name) {
        var matcher = regex.matcher(name);
        if (!matcher.matches()) {
            return null;
        }
        var values = new ArrayList<String>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            values.add(matcher.group(group));
        }
        return values;
    }

    /// Writes values bound by another form into this one: its first `{PAIR}` becomes the first pair, and so on.
    String fill(NamePattern other, List<String> values) {
        var left = new HashMap<String, List<String>>();
        for (int i = 0; i < values.size(); i++) {
            left.computeIfAbsent(other.symbols.get(i), symbol -> new ArrayList<>())
                    .add(values.get(i));
        }
        return SYMBOL.matcher(text)
                .replaceAll(found ->
                        left.getOrDefault(found.group(1), new ArrayList<>()).removeFirst());
    }

    /// Whether all names of this form can be listed.
    boolean isListable() {
        return values.stream().noneMatch(Set::isEmpty);
    }

    /// Every name of this form, in the order of the lists; only for a form that [#isListable()].
    List<String> fillings() {
        var names = List.of(text);
        for (int i = 0; i < symbols.size(); i++) {
            var symbol = Pattern.compile("\\{" + symbols.get(i) + "}");
            var each = values.get(i);
            names = names.stream()
                    .flatMap(name ->
                            each.stream().map(value -> symbol.matcher(name).replaceFirst(value)))
                    .toList();
        }
        return names;
    }

    List<String> components() {
        return List.of(text.split("_"));
    }
}
