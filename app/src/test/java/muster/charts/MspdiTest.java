package muster.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class MspdiTest {
    private static final String PLAN = """
        muster: 1
        plan: {id: demo, title: Demo, start: "2026-01-05T08:00:00Z"}
        calendars:
          - id: office
            zone: Europe/Berlin
            hours: [{days: mon-fri, from: "09:00", until: "17:00"}]
            holidays: ["2026-01-06"]
        agents:
          - {id: ann, name: Ann, kind: human, calendar: office, days-off: ["2026-01-08..2026-01-09"]}
          - {id: bob, name: Bob, kind: human, calendar: office}
        phases:
          - id: build
            title: Build
            tasks:
              - {id: a, title: A, owners: [ann], estimate: 6h}
              - {id: b, title: B, owners: [ann], estimate: 4h, priority: 900}
              - {id: c, title: C, owners: [bob], estimate: 4h, links: [{after: a, kind: start-to-start, lag: 2h}]}
              - {id: m, title: Done, kind: milestone, needs: [a, b, c], deadline: "2026-01-12T12:00:00Z"}
        """;

    @TempDir
    Path folder;

    @Test
    void datesAreLocalToTheZoneOfTheCalendarsAndDurationsAreWork() throws IOException {
        var xml = mspdi(PLAN);

        var work = "//Task[Notes='%s']/%s";
        var table = Drawn.table(folder, PLAN);
        for (var bar : table.bars()) {
            var local = bar.start().atZone(java.time.ZoneId.of("Europe/Berlin")).toLocalDateTime();
            assertThat(value(xml, work.formatted(bar.id(), "Start"))).isEqualTo(local + ":00");
        }
        assertThat(value(xml, work.formatted("a", "Duration"))).isEqualTo("PT6H0M0S");
        assertThat(value(xml, work.formatted("m", "Milestone"))).isEqualTo("1");
        assertThat(value(xml, work.formatted("m", "Deadline"))).isEqualTo("2026-01-12T13:00:00");
    }

    @Test
    void linksKeepTheirKindAndLag() throws IOException {
        var xml = mspdi(PLAN);

        var link = "//Task[Notes='c']/PredecessorLink";
        assertThat(value(xml, link + "/PredecessorUID")).isEqualTo(value(xml, "//Task[Notes='a']/UID"));
        assertThat(value(xml, link + "/Type")).isEqualTo("3");
        assertThat(value(xml, link + "/LinkLag")).isEqualTo("1200");
        assertThat(value(xml, "count(//Task[Notes='m']/PredecessorLink[Type=1])"))
                .isEqualTo("3");
    }

    @Test
    void calendarsKeepHoursHolidaysAndDaysOff() throws IOException {
        var xml = mspdi(PLAN);

        var office = "//Calendar[Name='office']";
        assertThat(value(xml, office + "//WeekDay[DayType=2]//FromTime")).isEqualTo("09:00:00");
        assertThat(value(xml, office + "//WeekDay[DayType=2]//ToTime")).isEqualTo("17:00:00");
        assertThat(value(xml, office + "//WeekDay[DayType=1]/DayWorking")).isEqualTo("0");
        assertThat(value(xml, office + "//Exception//FromDate")).isEqualTo("2026-01-06T00:00:00");
        assertThat(value(xml, "//Calendar[Name='Ann']//Exception//ToDate")).isEqualTo("2026-01-09T23:59:00");
        assertThat(value(xml, "//Calendar[Name='Ann']/BaseCalendarUID")).isEqualTo(value(xml, office + "/UID"));
    }

    @Test
    void whatWaitsForItsOwnerIsHeldAtItsStart() throws IOException {
        var xml = mspdi(PLAN);

        var held = List.of("a", "b").stream()
                .map(id -> value(xml, "//Task[Notes='" + id + "']/ConstraintType"))
                .toList();
        assertThat(held).containsExactlyInAnyOrder("0", "4");
    }

    @Test
    void twoDatesOfATaskAreAConstraintAndADeadline() throws IOException {
        var dates = "constraints: {start-no-earlier-than: \"2026-01-05T10:00:00Z\", finish-no-later-than: "
                + "\"2026-01-07T10:00:00Z\"}";
        var xml = mspdi(PLAN.replace("title: C, owners: [bob]", "title: C, " + dates + ", owners: [bob]"));

        assertThat(value(xml, "//Task[Notes='c']/ConstraintType")).isEqualTo("4");
        assertThat(value(xml, "//Task[Notes='c']/Deadline")).isEqualTo("2026-01-07T11:00:00");
    }

    @Test
    void furtherDatesOfATaskStandInColumnsWithTheirNames() throws IOException {
        var dates =
                "deadline: \"2026-01-08T10:00:00Z\", constraints: {start-no-earlier-than: \"2026-01-05T10:00:00Z\", "
                        + "start-no-later-than: \"2026-01-06T10:00:00Z\", finish-no-later-than: \"2026-01-07T10:00:00Z\"}";
        var xml = mspdi(PLAN.replace("title: C, owners: [bob]", "title: C, " + dates + ", owners: [bob]"));

        var column = "//Task[Notes='c']/ExtendedAttribute[FieldID=//ExtendedAttributes/*[Alias='%s']/FieldID]/Value";
        assertThat(value(xml, "//Task[Notes='c']/ConstraintType")).isEqualTo("4");
        assertThat(value(xml, "//Task[Notes='c']/Deadline")).isEqualTo("2026-01-07T11:00:00");
        assertThat(value(xml, column.formatted("Start no later than"))).isEqualTo("2026-01-06T11:00:00");
        assertThat(value(xml, column.formatted("Deadline of the plan"))).isEqualTo("2026-01-08T11:00:00");
        assertThat(value(xml, "count(//ExtendedAttributes/*)")).isEqualTo("2");
    }

    @Test
    void everyOwnerIsAssigned() throws IOException {
        var xml = mspdi(PLAN);

        assertThat(value(xml, "count(//Assignment)")).isEqualTo("3");
        assertThat(value(xml, "//Resource[UID=//Assignment[TaskUID=//Task[Notes='c']/UID]/ResourceUID]/Name"))
                .isEqualTo("Bob");
    }

    @Test
    void hostileTitlesStayNames() throws IOException {
        var xml = mspdi(Drawn.chain(Drawn.HOSTILE));

        var names = IntStream.range(0, Drawn.HOSTILE.size())
                .mapToObj(i -> value(xml, "//Task[Notes='t" + i + "']/Name"))
                .toList();
        assertThat(names)
                .contains("<script>alert('x')</script>", "right U+202Eto left")
                .doesNotContain("");
    }

    private Document mspdi(String plan) throws IOException {
        return Drawn.xml(Mspdi.write(Drawn.table(folder, plan)).replaceFirst(" xmlns=\"[^\"]*\"", ""));
    }

    private static String value(Document xml, String path) {
        try {
            return XPathFactory.newInstance().newXPath().evaluate(path, xml);
        } catch (XPathExpressionException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
