package muster.packs.warehouse.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The parts of a name between its separators, each with its place. A name of separators alone has one empty part.
record Components(String name, List<Part> parts) {
    private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern UPPER_CASE = Pattern.compile("\\p{Lu}+");
    private static final String SEPARATOR = "_";

    /// @param from UTF-16 index; `to` is exclusive
    record Part(String text, int from, int to) {}

    Components {
        parts = List.copyOf(parts);
    }

    static Components of(String name) {
        var parts = new ArrayList<Part>();
        var matcher = SEPARATORS.matcher(name);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > 0) {
                parts.add(part(name, from, matcher.start()));
            }
            from = matcher.end();
        }
        if (from < name.length() || parts.isEmpty()) {
            parts.add(part(name, from, name.length()));
        }
        return new Components(name, parts);
    }

    private static Part part(String name, int from, int to) {
        return new Part(NamingStandard.folded(name.substring(from, to)), from, to);
    }

    /// The folded texts, which are what rules are about.
    List<String> texts() {
        return parts.stream().map(Part::text).toList();
    }

    /// What is wrong with the writing of the name, before its words are looked at.
    List<Flaw> writing() {
        var flaws = new ArrayList<Flaw>();
        if (!NamingStandard.folded(name).equals(name)) {
            var upper = UPPER_CASE.matcher(name);
            flaws.add(
                    upper.find() ? Flaw.at(Code.CASE, name, upper.start(), upper.end()) : Flaw.whole(Code.CASE, name));
        }
        SEPARATORS
                .matcher(name)
                .results()
                .filter(found -> !found.group().equals(SEPARATOR) || found.start() == 0 || found.end() == name.length())
                .findFirst()
                .ifPresent(found -> flaws.add(Flaw.at(Code.SEPARATOR, name, found.start(), found.end())));
        return flaws;
    }

    Flaw at(Code code, int index) {
        var part = parts.get(index);
        return Flaw.at(code, name, part.from(), part.to());
    }

    /// Something is missing before the component of this index.
    Flaw before(Code code, int index) {
        int place = index < parts.size() ? parts.get(index).from() : name.length();
        return Flaw.at(code, name, place, place);
    }
}
