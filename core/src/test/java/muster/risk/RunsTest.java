package muster.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.Distribution;
import muster.plan.Estimate;
import muster.plan.Repeat;
import muster.plan.Share;
import muster.plan.TaskId;
import muster.plan.WorkingHours;
import muster.schedule.OpenHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime OPENS = LocalTime.of(9, 30);
    private static final LocalTime CLOSES = LocalTime.of(17, 15);

    private static final BitSet ASKED = new BitSet();
    private static final BitSet OPEN = new BitSet();

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyIterationEndsWhenItsDurationsWorkedOffMinuteByMinuteDo(long seed) {
        var network = calendars(new Random(seed));
        var layout = Layout.of(network);
        var pass = new Pass(layout, Scenario.of(network));

        pass.run(seed, 0, Batch.LANES);

        for (int lane = 0; lane < Batch.LANES; lane += 7) {
            var finish = new int[layout.size()];
            for (int activity = 0; activity < finish.length; activity++) {
                finish[activity] = workedOff(network, layout, pass.batch, finish, activity, lane);
                assertThat(pass.batch.finish[activity * Batch.LANES + lane])
                        .as("activity " + activity + ", lane " + lane)
                        .isEqualTo(finish[activity]);
            }
        }
    }

    @SuppressWarnings("TooManyParameters")
    private static int workedOff(
            RiskNetwork network, Layout layout, Batch batch, int[] finish, int activity, int lane) {
        var id = layout.numbering.activities.get(activity).id();
        int time = network.arcs().stream()
                .filter(arc -> arc.to().equals(id))
                .mapToInt(arc -> finish[layout.numbering.of(arc.from())])
                .max()
                .orElse(0);
        boolean always = layout.numbering.activities.get(activity).opening() == null;
        while (!always && !open(time)) {
            time++;
        }
        int left = batch.work[activity * Batch.LANES + lane];
        while (left > 0) {
            left -= always || open(time) ? 1 : 0;
            time++;
        }
        return time;
    }

    /// Asked of each second by itself.
    private static boolean open(int time) {
        if (!ASKED.get(time)) {
            var local = SmallNetwork.START.plusSeconds(time).atZone(BERLIN);
            ASKED.set(time);
            OPEN.set(
                    time,
                    local.getDayOfWeek().getValue() <= 5
                            && !local.toLocalTime().isBefore(OPENS)
                            && local.toLocalTime().isBefore(CLOSES));
        }
        return OPEN.get(time);
    }

    private static RiskNetwork calendars(Random random) {
        var hours = new WorkingHours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), OPENS, CLOSES);
        var calendar = new Calendar(new CalendarId("c"), BERLIN, List.of(hours), List.of());
        Opening opening = (from, until) -> OpenHours.of(List.of(calendar), from, until);
        var small = new SmallNetwork(Distribution.STANDARD);
        for (int task = 0; task < 6; task++) {
            int min = random.nextInt(500);
            int likely = min + random.nextInt(100);
            small.open(random.nextInt(4) == 0 ? null : opening)
                    .task("t" + task, min, likely, likely + random.nextInt(900), some(task, random));
        }
        return small.network();
    }

    private static String some(int task, Random random) {
        var names = new ArrayList<String>();
        for (int earlier = 0; earlier < task; earlier++) {
            if (random.nextInt(3) == 0) {
                names.add("t" + earlier);
            }
        }
        return String.join(" ", names);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void activitiesAreCriticalIfTheyLieOnALongestPath(long seed) {
        var random = new Random(seed);
        var small = new SmallNetwork(Distribution.STANDARD);
        for (int task = 0; task < 8; task++) {
            small.task("t" + task, 1 + random.nextInt(3), 3, 3 + random.nextInt(4), some(task, random));
        }
        var network = small.network();
        var layout = Layout.of(network);
        var pass = new Pass(layout, Scenario.of(network));
        pass.run(seed, 0, Batch.LANES);
        var trace = new Trace(layout, pass.batch);

        for (int lane = 0; lane < Batch.LANES; lane++) {
            var critical = new int[layout.size()];
            trace.count(lane, pass.end[lane], critical);

            for (int activity = 0; activity < critical.length; activity++) {
                int through = longest(network, layout, pass.batch, activity, lane);
                assertThat(critical[activity]).isEqualTo(through == pass.end[lane] ? 1 : 0);
            }
        }
    }

    private static int longest(RiskNetwork network, Layout layout, Batch batch, int activity, int lane) {
        return to(network, layout, batch, activity, lane)
                + from(network, layout, batch, activity, lane)
                - batch.work[activity * Batch.LANES + lane];
    }

    private static int to(RiskNetwork network, Layout layout, Batch batch, int activity, int lane) {
        var id = layout.numbering.activities.get(activity).id();
        return batch.work[activity * Batch.LANES + lane]
                + network.arcs().stream()
                        .filter(arc -> arc.to().equals(id))
                        .mapToInt(arc -> to(network, layout, batch, layout.numbering.of(arc.from()), lane))
                        .max()
                        .orElse(0);
    }

    private static int from(RiskNetwork network, Layout layout, Batch batch, int activity, int lane) {
        var id = layout.numbering.activities.get(activity).id();
        return batch.work[activity * Batch.LANES + lane]
                + network.arcs().stream()
                        .filter(arc -> arc.from().equals(id))
                        .mapToInt(arc -> from(network, layout, batch, layout.numbering.of(arc.to()), lane))
                        .max()
                        .orElse(0);
    }

    @Test
    void aLinkHoldsBackTheEndThatItsKindNames() {
        var linked = SmallNetwork.uniform()
                .task("a", 100, "")
                .task("fs", 10, "")
                .task("ss", 10, "")
                .task("ff", 10, "")
                .task("sf", 10, "")
                .arc("a", "fs", Arc.Kind.FINISH_TO_START, -30)
                .arc("a", "ss", Arc.Kind.START_TO_START, 40)
                .arc("a", "ff", Arc.Kind.FINISH_TO_FINISH, 5)
                .arc("fs", "sf", Arc.Kind.START_TO_FINISH, 200)
                .network();

        assertThat(finishes(linked)).containsExactlyInAnyOrder(100, 80, 50, 105, 270);
    }

    @Test
    void whatIsDoneLaterByTheSameAgentWaitsForRepeatedWorkButOnlyIfThereIsAny() {
        var again = new Repeat.Rounds(2, 2, 2);
        var small = SmallNetwork.uniform()
                .task("work", 10, "")
                .task("gate", 0, "work")
                .task("next", 3, "");
        var never = small.again("gate", "work", new Repeat.WithProbability(new Share(0), 9))
                .network();
        var arcs = new ArrayList<>(never.arcs());
        arcs.add(Arc.ifRepeated(new TaskId("gate"), new TaskId("next")));
        var body = List.of(new TaskId("work"));
        var once = new Repetition(new TaskId("gate"), "", body, again);
        var held = new RiskNetwork(
                never.start(), never.distribution(), never.activities(), arcs, List.of(), List.of(once));

        assertThat(finishes(never)).contains(3);
        assertThat(finishes(held)).contains(23);
    }

    private static List<Integer> finishes(RiskNetwork network) {
        var layout = Layout.of(network);
        var pass = new Pass(layout, Scenario.of(network));
        pass.run(1, 0, 1);
        var finishes = new ArrayList<Integer>();
        for (int activity = 0; activity < layout.size(); activity++) {
            finishes.add(pass.batch.finish[activity * Batch.LANES] / 60);
        }
        return finishes;
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        var network = large(new Random(3));
        var one = SmallNetwork.run(network, new Settings(5, 10_001, 1, Settings.Stop.AT_THE_END));

        for (int threads : new int[] {2, 4}) {
            var many = SmallNetwork.run(network, new Settings(5, 10_001, threads, Settings.Stop.AT_THE_END));

            assertThat(many.ends()).isEqualTo(one.ends());
            assertThat(many.costs()).isEqualTo(one.costs());
            assertThat(many.tally())
                    .usingRecursiveComparison()
                    .ignoringFields("layout")
                    .isEqualTo(one.tally());
        }
    }

    private static RiskNetwork large(Random random) {
        var small = new SmallNetwork(Distribution.STANDARD).price(1.1, 33.3).loading(new Activity.Loading("ann", 0.5));
        for (int task = 0; task < 40; task++) {
            small.task("t" + task, 10, 20 + random.nextInt(30), 90, task == 0 ? "" : "t" + random.nextInt(task));
        }
        return small.task("gate", 0, "t1 t2 t3")
                .again("gate", "t1 t2 t3", new Repeat.WithProbability(new Share(0.3), 5))
                .event("risk", 0.4, "t5 t9", SmallNetwork.delay(10, 20, 90))
                .network();
    }

    @Test
    void fewerIterationsAreTheFirstOfMore() {
        var network = large(new Random(4));
        var more = SmallNetwork.run(network, new Settings(5, 5_000, 1, Settings.Stop.AT_THE_END));
        var fewer = SmallNetwork.run(network, new Settings(5, 77, 1, Settings.Stop.AT_THE_END));

        assertThat(fewer.ends()).isEqualTo(Arrays.copyOf(more.ends(), 77));
    }

    @Test
    void anotherTaskInThePlanChangesNoOtherNumber() {
        var plain =
                new SmallNetwork(Distribution.STANDARD).task("a", 1, 20, 90, "").task("b", 5, 20, 90, "a");
        var more = new SmallNetwork(Distribution.STANDARD)
                .task("new", 0, 1, 1, "")
                .task("a", 1, 20, 90, "")
                .task("b", 5, 20, 90, "a");

        assertThat(more.run(9, 1000).ends()).isEqualTo(plain.run(9, 1000).ends());
    }

    @Test
    void anotherSeedGivesOtherNumbers() {
        var plain = new SmallNetwork(Distribution.STANDARD).task("a", 1, 20, 90, "");
        Set<Integer> ends = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            ends.add(plain.run(seed, 1).ends()[0]);
        }

        assertThat(ends).hasSizeGreaterThan(15);
    }

    @Test
    void whoWatchesMayEndItAfterARound() {
        var network = large(new Random(5));
        var calls = new AtomicInteger();
        var settings = new Settings(1, 1_000_000, 2, Settings.Stop.AT_THE_END);

        var outcome = Runs.run(SmallNetwork.order(network, settings), (_, _) -> calls.incrementAndGet() < 2);

        assertThat(outcome.ends()).hasSizeLessThan(100_000).hasSizeGreaterThan(1000);
        assertThat(calls).hasValue(2);
    }

    @Test
    void anInterruptEndsItWithWhatIsDone() {
        var network = large(new Random(5));
        var settings = new Settings(1, 1_000_000, 2, Settings.Stop.AT_THE_END);

        var outcome = Runs.run(SmallNetwork.order(network, settings), (_, _) -> {
            Thread.currentThread().interrupt();
            return true;
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome.ends()).hasSizeLessThan(100_000).isNotEmpty();
    }

    @Test
    void aNetworkBeyondAGenerationIsRefused() {
        var years = new Activity(
                new TaskId("a"),
                Estimate.exactly(Duration.ofDays(365 * 40)),
                null,
                Instant.EPOCH,
                null,
                Activity.Price.NONE,
                List.of());

        assertThat(Layout.of(new RiskNetwork(
                        SmallNetwork.START, Distribution.STANDARD, List.of(years), List.of(), List.of(), List.of())))
                .isNull();
    }
}
