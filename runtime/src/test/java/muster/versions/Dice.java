package muster.versions;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Throws versions, ranges and requirements; the same seed throws the same.
record Dice(Random random) {
    static Dice of(long seed) {
        return new Dice(new Random(seed));
    }

    String one(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    String perhaps(int percent, String text) {
        return random.nextInt(100) < percent ? text : "";
    }

    String number() {
        return one("0", "0", "1", "1", "2", "3", "10", "20240101", "007");
    }

    String numbers(int most) {
        int count = 1 + random.nextInt(most);
        return Stream.generate(this::number).limit(count).collect(Collectors.joining("."));
    }

    /// A version of PEP 440 in any of its spellings, at times none.
    String pep440() {
        return perhaps(5, "v")
                + perhaps(8, one("0!", "1!"))
                + numbers(4)
                + perhaps(
                        25,
                        one("", ".", "-", "_")
                                + one("a", "alpha", "b", "beta", "c", "rc", "pre", "Preview")
                                + one("", ".", "-")
                                + one("", "0", "1", "2", "11"))
                + perhaps(15, one(".post", "-", "post", "-r", "rev") + one("", "1", "2"))
                + perhaps(15, one(".dev", "dev", "-DEV") + one("", "0", "3"))
                + perhaps(10, "+" + one("local", "1", "2.abc", "abc.2", "Ubuntu-1", "01", "a..b"))
                + perhaps(1, one("x", "-", ".", "!"));
    }

    /// A version in its normal form.
    String plainPep440() {
        return numbers(3)
                + perhaps(20, one("a1", "b2", "rc1", "rc2"))
                + perhaps(10, one(".post1", ".post2"))
                + perhaps(10, one(".dev0", ".dev3"));
    }

    String pep440Range() {
        return Stream.generate(this::pep440Clause)
                .limit(1 + random.nextInt(3))
                .collect(Collectors.joining(one(",", ", ")));
    }

    private String pep440Clause() {
        var operator = one(">=", "<=", "==", "!=", "~=", "<", ">", "===", ">=", "<");
        var suffix = perhaps(12, ".*") + perhaps(6, "+1");
        return operator + perhaps(20, " ") + plainPep440() + (operator.equals("===") ? "" : suffix);
    }

    String requirement() {
        var range = perhaps(70, pep440Range().replace("===", ">="));
        return one("requests", "Flask", "zope.interface", "a", "ruamel_yaml", "x-", "1st", "-x", "django")
                + perhaps(30, one("[security]", "[a, b]", "[]", "[a,]", "[x-y.z]"))
                + perhaps(50, " ")
                + (random.nextInt(8) == 0
                        ? one(
                                "@ https://example.com/a.zip",
                                "@ git+https://example.com/a@v1#egg=a",
                                "@",
                                "@https://x/y")
                        : one(range, range, range.isEmpty() ? "" : "(" + range + ")"))
                + perhaps(40, one(" ;", " ; ", ";") + marker(2));
    }

    private String marker(int depth) {
        if (depth == 0 || random.nextBoolean()) {
            return comparison();
        }
        var first = marker(depth - 1);
        var both = first + one(" and ", " or ") + marker(depth - 1);
        return one(both, "(" + first + ")" + one(" and ", " or ") + marker(depth - 1), both);
    }

    private String comparison() {
        return one(
                "python_version " + one("<", ">=", "==", "!=", "~=", ">") + " '3." + one("7", "8", "11", "12") + "'",
                "'3.9'" + one("<", ">=") + "python_full_version",
                "sys_platform " + one("==", "!=", "in") + " \"" + one("linux", "win32", "linux win32") + "\"",
                "os_name not in 'nt java'",
                "extra == '" + one("test", "Dev_Tools", "dev-tools") + "'",
                "platform_machine == 'x86_64'",
                "os.name=='posix'",
                perhaps(10, "python_version > ") + "platform_system == 'Linux'",
                "bogus == '1'");
    }

    String debian() {
        return perhaps(15, one("0:", "1:", "12:"))
                + one("0", "1", "2", "10")
                + perhaps(70, "." + piece())
                + perhaps(40, one("~", "+", ".", "-") + piece())
                + perhaps(30, one("-", "~", "+") + piece() + perhaps(30, one("~", "+", ".") + piece()));
    }

    private String piece() {
        return one("0", "1", "02", "10", "a", "b1", "rc1", "rc2", "deb12u1", "dfsg", "git20240101", "Z", "1a");
    }

    String semver() {
        return numeral() + "." + numeral() + "." + numeral()
                + perhaps(30, "-" + one("0", "1", "alpha", "alpha.1", "beta", "rc.1", "rc.11", "0a", "-", "x.y", "01"))
                + perhaps(10, "+build.1");
    }

    private String numeral() {
        return one("0", "0", "1", "2", "3", "10");
    }

    private String partial() {
        return one(
                semver(),
                semver(),
                numeral(),
                numeral() + "." + numeral(),
                numeral() + one(".x", ".*", ".X"),
                numeral() + "." + numeral() + one(".x", ".*"),
                one("*", "x", "v1.2.3", "=1.2"));
    }

    String npmRange() {
        var alternatives = Stream.generate(this::npmAlternative).limit(1 + random.nextInt(2));
        return alternatives.collect(Collectors.joining(one(" || ", "||")));
    }

    private String npmAlternative() {
        return one(
                npmBound(),
                npmBound(),
                npmBound() + " " + npmBound(),
                partial() + " - " + partial(),
                perhaps(50, "latest"));
    }

    private String npmBound() {
        return one("", "^", "^", "~", "~>", ">", ">=", "<", "<=", "=") + perhaps(20, " ") + partial();
    }

    String maven() {
        return one("1", "2", "1.0", "1.1", "1.0.0", "10", "2.0")
                + Stream.generate(() -> perhaps(
                                45,
                                one(".", "-", "")
                                        + one(
                                                "1",
                                                "0",
                                                "2",
                                                "alpha",
                                                "a1",
                                                "beta",
                                                "b",
                                                "m3",
                                                "rc",
                                                "cr2",
                                                "snapshot",
                                                "SNAPSHOT",
                                                "ga",
                                                "final",
                                                "sp",
                                                "foo",
                                                "jre8",
                                                "x",
                                                "Final",
                                                "20240101",
                                                "11")))
                        .limit(3)
                        .collect(Collectors.joining());
    }

    List<String> pair(java.util.function.Supplier<String> thrown) {
        return List.of(thrown.get(), thrown.get());
    }
}
