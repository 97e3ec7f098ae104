package muster.yaml;

import java.util.List;
import muster.plan.HostProbe;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;

/// Probes of the users and groups of this machine.
final class AccountForms {
    static final List<ChoiceForm.Case<? extends Probe>> CASES = List.of(user(), group());

    private AccountForms() {}

    private static ChoiceForm.Case<HostProbe.User> user() {
        Field<HostProbe.User, String> name =
                Field.required("user", TextForm.SOME, HostProbe.User::name, "name of a user account");
        Field<HostProbe.User, @Nullable Integer> uid =
                Field.optional("uid", WholeForm.from(0), HostProbe.User::uid, "its number");
        Field<HostProbe.User, @Nullable Integer> gid =
                Field.optional("gid", WholeForm.from(0), HostProbe.User::gid, "number of its own group");
        Field<HostProbe.User, List<String>> groups = Field.required(
                        "groups", new ListForm<>(TextForm.SOME, 1), HostProbe.User::groups, "groups it is in at least")
                .or(List.of());
        Field<HostProbe.User, @Nullable String> home =
                Field.optional("home", TextForm.SOME, HostProbe.User::home, "its home folder");
        Field<HostProbe.User, @Nullable String> shell =
                Field.optional("shell", TextForm.SOME, HostProbe.User::shell, "the program it logs in with");
        return new ChoiceForm.Case<>(
                HostProbe.User.class,
                new EntryForm<>(
                        "user probe",
                        List.of(name, uid, gid, groups, home, shell),
                        entry -> new HostProbe.User(
                                entry.get(name),
                                entry.get(uid),
                                entry.get(gid),
                                entry.get(groups),
                                entry.get(home),
                                entry.get(shell))));
    }

    private static ChoiceForm.Case<HostProbe.Group> group() {
        Field<HostProbe.Group, String> name =
                Field.required("group", TextForm.SOME, HostProbe.Group::name, "name of a group of users");
        Field<HostProbe.Group, @Nullable Integer> gid =
                Field.optional("gid", WholeForm.from(0), HostProbe.Group::gid, "its number");
        return new ChoiceForm.Case<>(
                HostProbe.Group.class,
                new EntryForm<>(
                        "group probe",
                        List.of(name, gid),
                        entry -> new HostProbe.Group(entry.get(name), entry.get(gid))));
    }
}
