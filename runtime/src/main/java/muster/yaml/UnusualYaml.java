package muster.yaml;

/// Something that the plain part of YAML does not have, or that is wrong: the library decides.
final class UnusualYaml extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusualYaml() {
        super(null, null, false, false);
    }
}
