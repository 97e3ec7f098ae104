package muster.packs.warehouse.naming;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A form of names, such as `lag_{PAIR}_w{WIN}`: text, and lists in braces. What is no list stands for itself.
///
/// @param pieces in the order in which they stand
/// @param symbols the lists in the order in which they occur
/// @param values what may stand for each symbol, in the same order; empty for a list that cannot be listed
public record NamePattern(String text, List<Piece> pieces, List<String> symbols, List<Set<String>> values) {
    private static final Pattern SYMBOL = Pattern.compile("\\{([A-Z]+)}");

    public NamePattern {
        pieces = List.copyOf(pieces);
        symbols = List.copyOf(symbols);
        values = List.copyOf(values);
    }

    /// Which lists a form names.
    static Set<String> symbolsOf(String text) {
        var names = new LinkedHashSet<String>();
        SYMBOL.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /// The text of a form without its lists.
    static String withoutSymbols(String text) {
        return SYMBOL.matcher(text).replaceAll("");
    }

    /// @param lists every list that the form names
    static NamePattern compile(String text, Map<String, Piece> lists) {
        var pieces = new ArrayList<Piece>();
        var symbols = new ArrayList<String>();
        var values = new ArrayList<Set<String>>();
        var matcher = SYMBOL.matcher(text);
        int from = 0;
        while (matcher.find()) {
            literal(text.substring(from, matcher.start()), pieces);
            var piece = Objects.requireNonNull(lists.get(matcher.group(1)));
            pieces.add(piece);
            symbols.add(matcher.group(1));
            values.add(piece instanceof Piece.Listed(var words, var _) ? words : Set.of());
            from = matcher.end();
        }
        literal(text.substring(from), pieces);
        return new NamePattern(text, pieces, symbols, values);
    }

    private static void literal(String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Text(text));
        }
    }

    /// The values bound to the symbols, in order; null when the name has another form. Takes time in proportion to the
    /// square of the name's length at most, whatever the form.
    @Nullable
    List<String> match(String name) {
        var ends = new int[pieces.size()];
        return fits(name, new Stand(0, 0), ends, new BitSet()) ? bound(name, ends) : null;
    }

    /// How far a match has come: which piece begins at which index.
    private record Stand(int piece, int from) {}

    /// @param dead where it is known that no match goes on
    private boolean fits(String name, Stand stand, int[] ends, BitSet dead) {
        if (stand.piece() == pieces.size()) {
            return stand.from() == name.length();
        }
        int state = stand.piece() * (name.length() + 1) + stand.from();
        if (dead.get(state)) {
            return false;
        }
        for (int end : pieces.get(stand.piece()).ends(name, stand.from())) {
            if (fits(name, new Stand(stand.piece() + 1, end), ends, dead)) {
                ends[stand.piece()] = end;
                return true;
            }
        }
        dead.set(state);
        return false;
    }

    private List<String> bound(String name, int[] ends) {
        var values = new ArrayList<String>();
        for (int i = 0; i < ends.length; i++) {
            if (!(pieces.get(i) instanceof Piece.Text)) {
                values.add(name.substring(i == 0 ? 0 : ends[i - 1], ends[i]));
            }
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

    /// How many names have this form; as many as a long can say if there are more, or some list is open.
    long size() {
        long size = 1;
        for (var each : values) {
            size = each.isEmpty() || size > Long.MAX_VALUE / each.size() ? Long.MAX_VALUE : size * each.size();
        }
        return size;
    }

    /// Every name of this form, in the order of the lists; only for a form of a known size.
    Stream<String> fillings() {
        var names = Stream.of("");
        for (var piece : pieces) {
            names = names.flatMap(begun -> words(piece).map(begun::concat));
        }
        return names;
    }

    private static Stream<String> words(Piece piece) {
        return switch (piece) {
            case Piece.Text(var text) -> Stream.of(text);
            case Piece.Listed(var words, var _) -> words.stream();
            case Piece.Open _ -> Stream.empty();
        };
    }

    List<String> components() {
        return List.of(text.split("_"));
    }

    /// Whether the component of this index is nothing but an open list, and that list has the word.
    boolean opens(int component, String word) {
        var components = components();
        var matcher = SYMBOL.matcher(component < components.size() ? components.get(component) : "");
        return matcher.matches() && open(matcher.group(1)) instanceof Piece.Open open && open.has(word);
    }

    private @Nullable Piece open(String symbol) {
        var lists =
                pieces.stream().filter(each -> !(each instanceof Piece.Text)).toList();
        return lists.get(symbols.indexOf(symbol));
    }
}
