import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import muster.pddl.PddlReader;
import muster.pddl.PddlTask;
import muster.pddl.PddlText;
import muster.pddl.PlanStep;
import muster.pddl.grounding.GroundedTask;
import muster.pddl.grounding.Grounder;
import muster.pddl.grounding.Grounding;
import muster.pddl.validation.PlanValidator;
import muster.pddl.validation.Verdict;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.strips.Improvement;
import muster.strips.Search;
import muster.strips.SearchLimits;
import muster.strips.SearchResult;

/// Tasks of the planning competitions: cost and CPU time of cheapest and of anytime plans, against a table of a
/// reference planner's and against a peer on the JVM. Times are CPU milliseconds of the searching thread in a warm
/// process, the median of a few runs where they are short. Every plan is validated.
///
///     PddlTasks FOLDER SECONDS [PEER CLASS]
///
/// FOLDER holds `anchors.csv` (domain, task, optimal cost, seconds, greedy cost, seconds) and `DOMAIN/domain.pddl`,
/// `DOMAIN/TASK.pddl`. SECONDS is the limit of one search.
final class PddlTasks {
    private static final Location NOWHERE = new Location("plan", 1, 1);

    /// The reference's times are in steps of about a millisecond, and 0 for what is shorter.
    private static final double RESOLUTION = 1;

    /// What is shorter is done several times over and timed as one, as reading the clock takes a few microseconds.
    private static final double SHORTEST = 1;

    private static final int MOST_AT_ONCE = 200;
    private static final int RUNS = 51;
    private static final long ENOUGH = 300_000_000L;

    private record Anchor(String domain, String name, String cost, String seconds, String greedy) {}

    private record Timed<T>(T value, double millis) {}

    private record Ours(GroundedTask grounded, Timed<SearchResult> optimal, Timed<SearchResult> anytime) {}

    private final Path folder;
    private final double limit;
    private final Peer peer;
    private volatile boolean over;
    private int tasks;
    private int references;
    private int proven;
    private int withinThree;
    private int solved;
    private int noDearer;
    private int firstNoDearer;
    private int peerSolved;
    private int peerTenfold;

    private PddlTasks(Path folder, double limit, Peer peer) {
        this.folder = folder;
        this.limit = limit;
        this.peer = peer;
    }

    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        var peer = arguments.length > 2
                ? (Peer) Class.forName(arguments[2]).getDeclaredConstructor().newInstance()
                : null;
        var run = new PddlTasks(Path.of(arguments[0]), Double.parseDouble(arguments[1]), peer);
        var anchors = Files.readAllLines(run.folder.resolve("anchors.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Anchor(cells[0], cells[1], cells[2], cells[3], cells[4]))
                .toList();
        run.warmUp(anchors);
        System.out.printf(
                "%-28s %6s %7s | %8s %-10s %6s %9s %6s | %6s %8s %6s %6s | %9s %s%n",
                "task", "facts", "actions", "ground", "optimal", "ref", "ms", "x ref", "first", "ms", "best", "greedy",
                "peer ms", "x ours");
        for (var anchor : anchors) {
            run.measure(anchor);
        }
        run.summary();
    }

    private void warmUp(List<Anchor> anchors) throws IOException {
        for (var anchor : anchors) {
            var grounded = grounded(task(anchor));
            within(0.3, () -> Search.optimal(grounded.task(), limits()));
            within(0.1, () -> Search.anytime(grounded.task(), limits(), _ -> {}));
        }
    }

    private void measure(Anchor anchor) throws IOException {
        tasks++;
        var task = task(anchor);
        var ground = median(() -> {
            try {
                return grounded(task(anchor));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        var grounded = ground.value;
        var optimal = median(() -> Search.optimal(grounded.task(), limits()));
        var first = new ArrayList<Timed<Improvement>>();
        long start = cpu();
        var anytime = once(() -> Search.anytime(
                grounded.task(), limits(), better -> first.add(new Timed<>(better, (cpu() - start) / 1e6))));
        check(task, grounded, optimal.value);
        check(task, grounded, anytime.value);
        System.out.printf(
                "%-28s %6d %7d | %8.1f %-10s",
                anchor.domain + " " + anchor.name,
                grounded.task().facts(),
                grounded.task().operators().size(),
                ground.millis,
                word(grounded, optimal.value));
        reference(anchor, grounded, optimal);
        greedy(anchor, grounded, first, anytime.value);
        System.out.println(peer == null ? "" : peer(task, new Ours(grounded, optimal, anytime), first));
    }

    private void reference(Anchor anchor, GroundedTask grounded, Timed<SearchResult> optimal) {
        if (anchor.cost.isEmpty()) {
            System.out.printf(" %6s %9.2f %6s |", "-", optimal.millis, "");
            return;
        }
        references++;
        double ratio = optimal.millis / Math.max(RESOLUTION, Double.parseDouble(anchor.seconds) * 1000);
        boolean same = optimal.value instanceof SearchResult.Optimal(var _, long cost, var _)
                && grounded.cost(cost).compareTo(new BigDecimal(anchor.cost)) == 0;
        proven += same ? 1 : 0;
        withinThree += same && ratio <= 3 ? 1 : 0;
        System.out.printf(" %6s %9.2f %6.1f |", anchor.cost, optimal.millis, ratio);
    }

    private void greedy(Anchor anchor, GroundedTask grounded, List<Timed<Improvement>> found, SearchResult last) {
        if (found.isEmpty()) {
            System.out.printf(" %6s %8s %6s %6s |", "-", "-", "-", anchor.greedy);
            return;
        }
        solved++;
        var greedy = anchor.greedy.isEmpty() ? null : new BigDecimal(anchor.greedy);
        var first = grounded.cost(found.getFirst().value.cost());
        var best = grounded.cost(cost(last));
        firstNoDearer += greedy == null || first.compareTo(greedy) <= 0 ? 1 : 0;
        noDearer += greedy == null || best.compareTo(greedy) <= 0 ? 1 : 0;
        System.out.printf(" %6s %8.2f %6s %6s |", first, found.getFirst().millis, best, greedy == null ? "-" : greedy);
    }

    private String peer(PddlTask task, Ours ours, List<Timed<Improvement>> found) {
        var answers = new ArrayList<Peer.Answer>();
        long all = 0;
        int times = 1;
        while (answers.size() < RUNS && all < ENOUGH) {
            int now = times;
            answers.add(
                    within(limit, () -> peer.plan(ours.grounded.task(), now, since -> cpu() - since, this::isOver)));
            all += answers.getLast().cpu() * now;
            times = timesAtOnce(answers.getLast().cpu() / 1e6);
        }
        if (answers.size() > 1) {
            answers.removeFirst();
        }
        answers.sort(Comparator.comparingLong(Peer.Answer::cpu));
        var answer = answers.get(answers.size() / 2);
        double millis = answer.cpu() / 1e6;
        if (answer.failure() != null) {
            return String.format(Locale.ROOT, " %9.1f %s", millis, answer.failure());
        }
        peerSolved++;
        validate(task, ours.grounded.steps(answer.plan()), null);
        long cost = answer.plan().stream()
                .mapToLong(
                        number -> ours.grounded.task().operators().get(number).cost())
                .sum();
        boolean proof = ours.optimal.value instanceof SearchResult.Optimal;
        double own = proof ? ours.optimal.millis : found.isEmpty() ? Double.NaN : found.getLast().millis;
        peerTenfold += millis / own >= 10 && cost(proof ? ours.optimal.value : ours.anytime.value) <= cost ? 1 : 0;
        return String.format(Locale.ROOT, " %9.1f %.0f (cost %s)", millis, millis / own, ours.grounded.cost(cost));
    }

    private void summary() {
        System.out.printf(
                "optimal: %d of the reference's %d, %d of them within 3x its time (or 3 ms); anytime: %d of %d solved,"
                        + " first plan no dearer than greedy in %d, last in %d%n",
                proven, references, withinThree, solved, tasks, firstNoDearer, noDearer);
        if (peer != null) {
            System.out.printf(
                    "%s: %d of %d solved; ours no dearer and at least 10x faster in %d of these%n",
                    peer.getClass().getName(), peerSolved, tasks, peerTenfold);
        }
        System.out.printf(
                "process: %.1f CPU seconds%n",
                ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                                .getProcessCpuTime()
                        / 1e9);
    }

    private PddlTask task(Anchor anchor) throws IOException {
        var in = folder.resolve(anchor.domain);
        var domain = PddlText.of(in.resolve("domain.pddl"));
        return switch (PddlReader.read(domain, PddlText.of(in.resolve(anchor.name + ".pddl")))) {
            case Parsed.Ok<PddlTask>(var task) -> task;
            case Parsed.Failed<PddlTask>(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    private static GroundedTask grounded(PddlTask task) {
        return switch (Grounder.ground(task, () -> false)) {
            case Grounding.Grounded(var grounded) -> grounded;
            case Grounding other -> throw new IllegalStateException(other.toString());
        };
    }

    private SearchLimits limits() {
        return new SearchLimits(SearchLimits.NO_LIMIT, SearchLimits.NO_LIMIT, this::isOver);
    }

    private boolean isOver() {
        return over;
    }

    private <T> Timed<T> median(Supplier<T> work) {
        var runs = new ArrayList<Double>();
        double all = 0;
        var first = once(work);
        int times = timesAtOnce(first.millis);
        T value = first.value;
        while (runs.size() < RUNS && all < ENOUGH) {
            var run = times == 1 ? once(work) : atOnce(work, times);
            value = run.value;
            runs.add(run.millis);
            all += run.millis * times * 1e6;
            times = timesAtOnce(run.millis);
        }
        return new Timed<>(value, runs.stream().sorted().toList().get(runs.size() / 2));
    }

    private static int timesAtOnce(double millis) {
        return Math.clamp((long) Math.ceil(SHORTEST / Math.max(1e-6, millis)), 1, MOST_AT_ONCE);
    }

    /// The mean of so many runs in a row.
    private <T> Timed<T> atOnce(Supplier<T> work, int times) {
        var all = once(() -> {
            T value = null;
            for (int time = 0; time < times; time++) {
                value = work.get();
            }
            return value;
        });
        return new Timed<>(all.value, all.millis / times);
    }

    private <T> Timed<T> once(Supplier<T> work) {
        return within(limit, () -> {
            long start = cpu();
            var value = work.get();
            return new Timed<>(value, (cpu() - start) / 1e6);
        });
    }

    /// Does it with [#over] set once this thread has used so many CPU seconds.
    private <T> T within(double seconds, Supplier<T> work) {
        over = false;
        long worker = Thread.currentThread().threadId();
        long end = cpu() + (long) (seconds * 1e9);
        var threads = ManagementFactory.getThreadMXBean();
        BooleanSupplier late = () -> threads.getThreadCpuTime(worker) >= end;
        var watch = Thread.ofPlatform().daemon().start(() -> {
            try {
                while (!late.getAsBoolean()) {
                    Thread.sleep(5);
                }
                over = true;
            } catch (InterruptedException done) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return work.get();
        } finally {
            watch.interrupt();
            join(watch);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(PddlTask task, GroundedTask grounded, SearchResult result) {
        switch (result) {
            case SearchResult.Optimal(var plan, long cost, var _) ->
                validate(task, grounded.steps(plan), grounded.cost(cost));
            case SearchResult.Feasible(var plan, long cost, long _, var _) ->
                validate(task, grounded.steps(plan), grounded.cost(cost));
            case SearchResult.Unsolvable _, SearchResult.LimitReached _ -> {}
        }
    }

    private static void validate(PddlTask task, List<String> lines, BigDecimal cost) {
        var steps = lines.stream()
                .map(line -> List.of(line.substring(1, line.length() - 1).split(" ")))
                .map(words -> new PlanStep(NOWHERE, words.getFirst(), words.subList(1, words.size())))
                .toList();
        if (!(PlanValidator.validate(task, steps, NOWHERE) instanceof Verdict.Valid(int _, var price))
                || (cost != null && price.compareTo(cost) != 0)) {
            throw new IllegalStateException("a plan that is not valid: " + lines);
        }
    }

    private static long cost(SearchResult result) {
        return switch (result) {
            case SearchResult.Optimal optimal -> optimal.cost();
            case SearchResult.Feasible feasible -> feasible.cost();
            case SearchResult.Unsolvable _, SearchResult.LimitReached _ -> Long.MAX_VALUE;
        };
    }

    private static String word(GroundedTask grounded, SearchResult result) {
        return switch (result) {
            case SearchResult.Optimal optimal -> grounded.cost(optimal.cost()).toPlainString();
            case SearchResult.Feasible feasible ->
                grounded.cost(feasible.bound()) + ".." + grounded.cost(feasible.cost());
            case SearchResult.Unsolvable _ -> "none";
            case SearchResult.LimitReached limit -> grounded.cost(limit.bound()) + "..";
        };
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
