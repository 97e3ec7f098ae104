package muster.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BranchTest {

    @ParameterizedTest
    @ValueSource(strings = {"main", "task/load-2", "v1.2.3", "_x/Y_z", "a/b/c.d"})
    void aPlainNameIsABranch(String name) {
        assertThat(new Branch(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-f",
                "--force",
                "a/-b",
                "../main",
                "a/../b",
                "a..b",
                ".git",
                "a/.b",
                "a//b",
                "/a",
                "a/",
                "a.",
                "a b",
                "a\nb",
                "a~1",
                "a^",
                "a:b",
                "a?b",
                "a*",
                "[a]",
                "a\\b",
                "@{-1}",
                "@",
                "a.lock",
                "a.lock/b",
                "ä"
            })
    void whatCouldMeanAnythingElseIsNone(String name) {
        assertThatThrownBy(() -> new Branch(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
