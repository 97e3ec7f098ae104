package muster.probes.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import muster.observation.Once;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import org.jspecify.annotations.Nullable;

/// The users and groups of a machine: those of its own files, and of other sources what `getent` answers.
final class Accounts {
    /// Both files have been so since 1979: fields between colons. Source: passwd(5), group(5).
    static final Path USERS = Path.of("/etc/passwd");

    static final Path GROUPS = Path.of("/etc/group");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Book book;
    private final Once<List<Account>> users = new Once<>(() -> read(USERS, Accounts::account));
    private final Once<List<Membership>> groups = new Once<>(() -> read(GROUPS, Accounts::membership));

    /// Where a machine keeps its accounts.
    interface Book {
        List<String> lines(Path file) throws IOException;

        /// What `getent` says of one, none if it knows none.
        @Nullable
        String entry(String table, String key) throws InterruptedException;
    }

    private record Here(Launcher launcher) implements Book {
        @Override
        public List<String> lines(Path file) throws IOException {
            return Files.readAllLines(file);
        }

        @Override
        public @Nullable String entry(String table, String key) throws InterruptedException {
            var argv = List.of("/usr/bin/getent", "--", table, key);
            return launcher.run(Launch.of(argv, Path.of("/"), PATIENCE)) instanceof Launched.Ended ended
                            && ended.exit() == 0
                    ? ended.stdout()
                    : null;
        }
    }

    Accounts(Book book) {
        this.book = book;
    }

    static Accounts ofThisMachine(Launcher launcher) {
        return new Accounts(new Here(launcher));
    }

    record Account(String name, int uid, int gid, String home, String shell) {}

    record Membership(String name, int gid, List<String> members) {
        Membership {
            members = List.copyOf(members);
        }
    }

    void forget() {
        users.forget();
        groups.forget();
    }

    @Nullable
    Account user(String name) throws InterruptedException {
        var known = first(users.get(), one -> one.name().equals(name));
        return known != null ? known : asked("passwd", name, Accounts::account);
    }

    @Nullable
    Membership group(String name) throws InterruptedException {
        var known = first(groups.get(), one -> one.name().equals(name));
        return known != null ? known : asked("group", name, Accounts::membership);
    }

    /// The user's name, or the number if nobody has it.
    String owner(int uid) throws InterruptedException {
        var known = first(users.get(), one -> one.uid() == uid);
        known = known != null ? known : asked("passwd", Integer.toString(uid), Accounts::account);
        return known == null ? Integer.toString(uid) : known.name();
    }

    /// The group's name, or the number if no group has it.
    String groupName(int gid) throws InterruptedException {
        var known = first(groups.get(), one -> one.gid() == gid);
        known = known != null ? known : asked("group", Integer.toString(gid), Accounts::membership);
        return known == null ? Integer.toString(gid) : known.name();
    }

    /// Names of the groups that a user is in, its own first.
    List<String> groupsOf(Account user) throws InterruptedException {
        var names = new ArrayList<>(List.of(groupName(user.gid())));
        groups.get().stream()
                .filter(group -> group.members().contains(user.name()))
                .map(Membership::name)
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        return names;
    }

    private static <T> @Nullable T first(List<T> all, java.util.function.Predicate<T> wanted) {
        for (var one : all) {
            if (wanted.test(one)) {
                return one;
            }
        }
        return null;
    }

    private <T> @Nullable T asked(String table, String key, Function<String[], @Nullable T> read)
            throws InterruptedException {
        var entry = book.entry(table, key);
        return entry == null ? null : read.apply(entry.strip().split(":", -1));
    }

    private <T> List<T> read(Path file, Function<String[], @Nullable T> read) {
        var all = new ArrayList<T>();
        try {
            for (var line : book.lines(file)) {
                var one = read.apply(line.split(":", -1));
                if (one != null) {
                    all.add(one);
                }
            }
        } catch (IOException _) {
            // A machine without the file keeps its accounts elsewhere; then each is asked for.
        }
        return List.copyOf(all);
    }

    private static @Nullable Account account(String[] fields) {
        return fields.length == 7 && isNumber(fields[2]) && isNumber(fields[3])
                ? new Account(fields[0], Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), fields[5], fields[6])
                : null;
    }

    private static @Nullable Membership membership(String[] fields) {
        return fields.length == 4 && isNumber(fields[2])
                ? new Membership(
                        fields[0],
                        Integer.parseInt(fields[2]),
                        fields[3].isEmpty() ? List.of() : List.of(fields[3].split(",", -1)))
                : null;
    }

    /// Up to 4,294,967,295 exist; those above the first half mean nobody.
    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
