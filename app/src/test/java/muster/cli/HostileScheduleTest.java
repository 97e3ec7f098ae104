package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileScheduleTest {
    private static final String PLAN = """
        muster: 1
        plan: {id: demo, title: Demo, start: "2026-01-05T08:00:00Z"}
        agents: [{id: ann, name: Ann, role: BA, kind: human}]
        phases:
          - {id: build, title: Build, tasks: [{id: a, title: A, owners: [ann], estimate: 1h},
                                             {id: b, title: B, owners: [ann], estimate: 2h, needs: [a]}]}
        """;

    @TempDir
    Path folder;

    private Path plan;
    private Path schedule;

    @BeforeEach
    void aScheduleIsPrinted() throws IOException {
        plan = Files.writeString(folder.resolve("muster.yaml"), PLAN);
        var printed = Said.to("schedule", "--plan", plan, "--json").exits(Exit.YES);
        schedule = Files.writeString(folder.resolve("schedule.json"), printed.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\" : \"a\"         | \"id\" : \"A A\"       | slots[0].id must be the id of a task, got \"A A\"",
                "\"mode\" : 0         | \"mode\" : \"one\"     | slots[0].mode must be a whole number, got \"one\"",
                "\"mode\" : 0         | \"mode\" : 99999999999 | slots[0].mode must be a whole number, got 99999999999",
                "[ \"ann\" ]          | \"ann\"              | slots[0].owners must be a list, got \"ann\"",
                "\"2026-01-05T09:00:00Z\" | \"nine\"         | must be an instant such as 2026-01-05T08:00:00Z",
                "\"slots\"            | \"places\"           | slots must be a list, got nothing",
                "\"possible\" : true  | \"possible\" : false | it says that no schedule is possible",
                "muster.schedule/1    | muster.schedule/9    | it is no muster.schedule/1 or muster.baseline/1",
            })
    void anEditedScheduleIsRefusedWithWhatIsWrong(String before, String after, String why) throws IOException {
        edit(before, after);

        check().refuses(Exit.INVALID, why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"plan\" : \"demo\" | \"plan\" : \"other\" | it is a schedule of the plan 'other', not of 'demo'",
                "\"finish\" : \"2026-01-05T11 | \"finish\" : \"2027-01-05T11 | states a later finish than that of its last item",
                "\"id\" : \"b\"      | \"id\" : \"a\"       | b has no slot",
            })
    void aForeignScheduleIsWrong(String before, String after, String why) throws IOException {
        edit(before, after);

        assertThat(check().exits(Exit.NO).out()).contains(why);
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsPlace() throws IOException {
        var whole = Files.readString(schedule);

        Files.writeString(schedule, whole + "}");
        check().refuses(Exit.INVALID, ":" + (whole.lines().count() + 1) + ":1: it is no JSON");
        Files.writeString(schedule, "[".repeat(100_000));
        check().refuses(Exit.INVALID, "it is no JSON: Document nesting depth");
        Files.write(schedule, new byte[] {(byte) 0xff, 0});
        check().refuses(Exit.INVALID, "it is no JSON");
        Files.write(schedule, whole.getBytes(Charset.forName("UTF-16")));
        check().exits(Exit.YES);
    }

    @Test
    void aBrokenBaselineIsAMistakeInAFileNotInTheProgram() throws IOException {
        Said.to("schedule", "--plan", plan, "--baseline", "save").exits(Exit.YES);
        var baseline = folder.resolve("muster.yaml.baseline.json");
        Files.writeString(baseline, Files.readString(baseline).substring(0, 100));

        Said.to("schedule", "--plan", plan, "--baseline", "compare")
                .refuses(Exit.INVALID, "muster.yaml.baseline.json:", "it is no JSON");
    }

    @Test
    void whatIsNoDocumentIsNotImported() {
        var out = folder.resolve("out.yaml");

        Said.to("import", folder, "--out", out).refuses(Exit.INVALID, folder + ":1:1: it is a folder");
        Said.to("import", "/dev/zero", "--out", out)
                .refuses(Exit.INVALID, "zero:1:1: the document is larger than 16 MiB");
        assertThat(out).doesNotExist();
    }

    private Said check() {
        return Said.to("check-schedule", "--plan", plan, schedule);
    }

    private void edit(String before, String after) throws IOException {
        var text = Files.readString(schedule);
        var edited = text.replaceFirst(Pattern.quote(before), after);
        assertThat(edited).isNotEqualTo(text);
        Files.writeString(schedule, edited);
    }
}
