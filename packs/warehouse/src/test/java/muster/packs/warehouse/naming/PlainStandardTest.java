package muster.packs.warehouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.plan.Parsed;
import org.junit.jupiter.api.Test;

/// A standard whose names say no variant.
class PlainStandardTest {
    private static final NamingStandard STANDARD = standard("""
            standard shop 1
            list REGION north south
            list GRAIN day week
            shape sales_{GRAIN}_{REGION}
            list WIN 45 90
            shape mean_{WIN}_{REGION}
            shape pair_{GRAIN}_{REGION}
            shape transfer_{REGION}_{REGION} ascending 2 3
            exception legacy import_{REGION} approver=owner from=2026-01-01 until=open readings=R5
            """);

    @Test
    void aNameOfTheFormKeepsTheStandardAndHasNoVariant() {
        var verdict = verdict("sales_day_north");

        assertThat(verdict.compliant()).isTrue();
        assertThat(verdict.variant()).isEqualTo(Variant.NONE);
        assertThat(verdict.remedy()).isEqualTo(Remedy.KEEP);
    }

    @Test
    void writingAndOrderArePutRight() {
        assertThat(verdict("Sales-day__north").target()).isEqualTo(new Target.Free("sales_day_north"));
        assertThat(verdict("Sales-day__north").codes()).containsExactly(Code.CASE, Code.SEPARATOR);
        assertThat(verdict("transfer_south_north").target()).isEqualTo(new Target.Free("transfer_north_south"));
        assertThat(verdict("transfer_south_north").remedy()).isEqualTo(Remedy.RENAME);
    }

    @Test
    void wordsArePutInTheOnlyOrderThatFillsTheForm() {
        assertThat(verdict("sales_north_day").codes()).containsExactly(Code.ARRANGEMENT);
        assertThat(verdict("sales_north_day").target()).isEqualTo(new Target.Free("sales_day_north"));
        assertThat(verdict("sales_day_week_north").codes()).containsExactly(Code.SHAPE);
        assertThat(verdict("pair_north_day").target()).isEqualTo(new Target.Free("pair_day_north"));
        assertThat(verdict("mean_north_90").codes()).containsExactly(Code.ARRANGEMENT);
        assertThat(verdict("pair_day_north_south").target()).isEqualTo(new Target.None());
    }

    @Test
    void unknownWordsWaitForARule() {
        assertThat(verdict("sales_day_east").codes()).containsExactly(Code.UNKNOWN_COMPONENT);
        assertThat(verdict("sales_day_east").target()).isEqualTo(new Target.None());
        assertThat(verdict("sales_day_east").remedy()).isEqualTo(Remedy.RULE_CONFLICT);
    }

    @Test
    void aFamilyWithoutARuleIsKeptByAnApprovedException() {
        assertThat(verdict("import_north").remedy()).isEqualTo(Remedy.KEEP_BY_EXCEPTION);
        assertThat(verdict("import_north").violated()).containsExactly(Reading.R4);
        assertThat(verdict("notes_north").remedy()).isEqualTo(Remedy.ADD_RULE);
    }

    private static Verdict verdict(String name) {
        return STANDARD.judge(List.of(name)).getFirst();
    }

    private static NamingStandard standard(String text) {
        return switch (NamingFile.read("shop.txt", text)) {
            case Parsed.Ok<NamingStandard>(var standard) -> standard;
            case Parsed.Failed<NamingStandard>(var problems) -> throw new AssertionError(problems);
        };
    }
}
