package muster.probes.scripts.sql;

/// @param offset where it begins in the text
record SqlToken(SqlTokenKind kind, String text, int offset) {
    boolean is(String word) {
        return kind != SqlTokenKind.STRING && kind != SqlTokenKind.QUOTED && text.equalsIgnoreCase(word);
    }

    boolean isName() {
        return kind == SqlTokenKind.WORD || kind == SqlTokenKind.QUOTED;
    }
}
