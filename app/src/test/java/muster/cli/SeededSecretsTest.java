package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Secrets of twelve kinds in the files of a folder that nobody trusts, searched for in everything that an audit
/// writes.
class SeededSecretsTest {
    /// The secret, and how it is met in texts. Put together here, so that no scanner takes this file for a leak.
    private static final Map<String, String> SECRETS = Map.ofEntries(
            Map.entry("hunter2-correct-horse", "password=%s"),
            Map.entry("AKIA" + "IOSFODNN7EXAMPLE", "%s"),
            Map.entry("wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY", "aws_secret_access_key = %s"),
            Map.entry("ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789", "%s"),
            Map.entry("xoxb-" + "1234567890-abcdefghij", "%s"),
            Map.entry("AIza" + "SyA1234567890abcdefghijklmnopqrstuv", "%s"),
            Map.entry("ya29." + "a0AfH6SMBxyzxyzxyz", "%s"),
            Map.entry("eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N", "%s"),
            Map.entry("s3cr3tUserPart", "postgres://app:%s@db/x"),
            Map.entry("YWxhZGRpbjpvcGVuc2VzYW1l", "Authorization: Basic %s"),
            Map.entry("MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn", "-----BEGIN " + "PRIVATE KEY-----%s-----END PRIVATE KEY-----"),
            Map.entry("sk_" + "live_4eC39HqLyjWDarjtT1zdp7dc", "%s"));

    @TempDir
    Path folder;

    @Test
    void noFormAndNoStoreHoldsASecretOfTheFolder() throws IOException {
        var root = seeded();

        var said = Said.to("audit", root, "--out", folder.resolve("out"), "--json");

        assertThat(said.out()).contains("\"decision\"", "s0.sh", "[redacted]");
        assertNone(said.out() + said.err());
        assertNone(written(folder.resolve("out")));
        assertNone(written(root.resolve(".muster")));
        assertThat(formats()).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void noFormAndNoStoreHoldsASecretOfAPlan() throws IOException {
        var root = seeded();
        put("work/muster.yaml", plan());

        var said = Said.to(
                "audit",
                root,
                "--out",
                folder.resolve("out"),
                "--json",
                "--var",
                "given=password=hunter2-correct-horse");

        assertThat(said.out()).contains("\"decision\"", "[redacted]");
        assertNone(said.out() + said.err());
        assertNone(written(folder.resolve("out")));
        assertNone(written(root.resolve(".muster")));
        assertNone(Said.to("explain", "c0", "--workspace", root).out());
        assertNone(
                Said.to("evidence", "show", "c0", "--workspace", root, "--json").out());
    }

    private static List<String> texts() {
        return SECRETS.entrySet().stream()
                .map(each -> String.format(each.getValue(), each.getKey()))
                .sorted()
                .toList();
    }

    private Path seeded() throws IOException {
        var texts = texts();
        for (var at = 0; at < texts.size(); at++) {
            var text = texts.get(at);
            put(
                    "work/docs/n" + at + ".md",
                    "# Notes\n\nThe store holds 12 tables, " + text + ".\n\nSee [it](" + text + ").\n");
            put("work/bin/s" + at + ".sh", "#!/bin/sh\nif true; then echo \"" + text + "\"\n. ./" + text + "\n");
            put("work/bin/p" + at + ".py", "x = \"" + text + "\"\nif __name__ == '__main__':\n    print(x\n");
            put(
                    "work/bin/i" + at + ".py",
                    "import nowhere\nopen('" + text + "')\nif __name__ == '__main__':\n    print(1)\n");
            put("work/sql/q" + at + ".sql", "SELECT '" + text + "' FROM \"" + text + "\" WHERE x = ;\n");
            put(
                    "work/img" + at + "/Dockerfile",
                    "FROM scratch\nENV A=" + text + "\nCOPY " + (text.indexOf(' ') < 0 ? text : "x") + " /x\nCMD [\""
                            + text + "\"]\n");
            put(
                    "work/.github/workflows/w" + at + ".yml",
                    "on: push\njobs:\n  a:\n    needs: [\"" + text.replace("\"", "")
                            + "\"]\n    runs-on: x\n    steps: [{run: './" + text.replace("'", "") + "'}]\n");
            put("work/m" + at + "/requirements.txt", "polars==1.0 # " + text + "\n" + text + "\n");
            put(
                    "work/m" + at + "/package.json",
                    "{\"dependencies\": {\"x\": \"" + text + "\", \"" + text + "\": \"1\"}}\n");
        }
        put("work/bin/" + "AKIA" + "IOSFODNN7EXAMPLE.sh", "#!/bin/sh\nif\n");
        return folder.resolve("work");
    }

    private static String plan() {
        var plan = new StringBuilder("""
            muster: 1
            plan: {id: p, title: t, start: 2026-01-05T09:00:00Z}
            variables: {given: none}
            expectations:
            """);
        var texts = texts();
        for (var at = 0; at < texts.size(); at++) {
            var text = texts.get(at).replace("'", "''");
            plan.append("- {id: c" + at + ", title: 'says " + text + "', probe: {command: [echo, '" + text
                    + "'], stdout: [nothing, '" + text + "']}}\n");
            plan.append(
                    "- {id: f" + at + ", title: f, probe: {file: 'docs/" + text + "'}, workaround: '" + text + "'}\n");
        }
        return plan.append("- {id: v, title: '${given}', probe: {file: '${given}'}}\n")
                .toString();
    }

    private List<String> formats() throws IOException {
        try (var files = Files.list(folder.resolve("out"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("report."))
                    .toList();
        }
    }

    private static String written(Path folder) throws IOException {
        var all = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> all.add(file.getFileName() + "\n" + text(file)));
        }
        return String.join("\n", all);
    }

    private static String text(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            if (!file.toString().endsWith(".pdf")) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
            try (var pdf = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(pdf);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertNone(String text) {
        var close = text.replaceAll("\\s+", "");
        assertThat(SECRETS.keySet())
                .filteredOn(secret -> text.contains(secret) || close.contains(secret))
                .isEmpty();
    }

    private void put(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
