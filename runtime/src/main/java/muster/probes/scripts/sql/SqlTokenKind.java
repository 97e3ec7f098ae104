package muster.probes.scripts.sql;

enum SqlTokenKind {
    STRING,
    QUOTED,
    NUMBER,
    WORD,
    SYMBOL
}
