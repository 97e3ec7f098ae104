package muster.desk;

import java.util.TreeMap;
import java.util.UUID;
import muster.json.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One thing that is asked or told.
///
/// @param tree its fields by name, as in JSON
/// @param key names the word: told twice with the same key it has one effect; null if it was given none
public record Call(Route route, ObjectNode tree, @Nullable String key) {
    /// What keys look like: 1 to 200 visible characters of ASCII.
    private static final String KEY = "[!-~]{1,200}";

    /// Digits of a hash that tell two words apart that somebody says at one gate or of one matter.
    private static final int LIKENESS = 16;

    /// The fields, to be read one by one.
    public Fields fields() {
        return new Fields(tree);
    }

    /// The key, or a new one.
    ///
    /// @throws WrongField if it has not the shape of a key
    public String keyOrNew() {
        return key == null ? route.word() + "/" + UUID.randomUUID() : key("");
    }

    /// The key, or the one that this word has whenever it is said alike: with other fields it is another word.
    ///
    /// @throws WrongField if it has not the shape of a key
    public String key(String usual) {
        if (key != null && !key.matches(KEY)) {
            throw new WrongField("--key takes 1 to 200 visible characters");
        }
        return key == null ? usual + "/" + likeness() : key;
    }

    /// The same wherever the word is said: at a server its fields have another order, and the run has a name.
    private String likeness() {
        var fields = new TreeMap<String, String>();
        tree.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().toString()));
        fields.remove("run");
        return Sha256.of(fields.toString()).substring(0, LIKENESS);
    }
}
