package muster.probes.scripts.shell;

import java.util.Set;

/// Commands that do not come with every system and that scripts of this kind live on.
final class ShellWords {
    private static final Set<String> TOOLS = Set.of(
            "gcloud",
            "gsutil",
            "bq",
            "aws",
            "az",
            "kubectl",
            "docker",
            "podman",
            "terraform",
            "helm",
            "psql",
            "mysql",
            "sqlite3",
            "duckdb",
            "jq",
            "yq",
            "gh",
            "git",
            "make",
            "npm",
            "node",
            "java",
            "mvn",
            "gradle",
            "python3",
            "python",
            "pip",
            "pip3",
            "poetry",
            "uv",
            "ansible",
            "ansible-playbook",
            "rsync",
            "ssh",
            "scp",
            "curl",
            "wget",
            "parallel");

    private ShellWords() {}

    static boolean isTool(String name) {
        return TOOLS.contains(name);
    }
}
