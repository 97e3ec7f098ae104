package muster.plan;

/// What a script is written in; it decides how it is parsed.
public enum Language {
    PYTHON,
    SHELL,
    SQL,
    DOCKERFILE,
    YAML,
    JAVA
}
