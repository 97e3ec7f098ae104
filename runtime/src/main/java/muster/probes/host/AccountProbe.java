package muster.probes.host;

import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.HostProbe;

/// Whether a user or a group is there and as described.
record AccountProbe(Accounts accounts) {

    Observation of(HostProbe.User wanted) throws InterruptedException {
        var user = accounts.user(wanted.name());
        if (user == null) {
            return Comparison.missing("user", wanted.name(), "there is no user " + wanted.name());
        }
        var groups = accounts.groupsOf(user);
        return new Comparison("user", wanted.name())
                .same("uid", wanted.uid(), user.uid())
                .same("gid", wanted.gid(), user.gid())
                .among("groups", wanted.groups(), groups)
                .same("home", wanted.home(), user.home())
                .same("shell", wanted.shell(), user.shell())
                .seen(AssuranceLevel.EXISTS, "the user " + wanted.name() + " exists")
                .with("uid", user.uid())
                .with("gid", user.gid())
                .with("groups", String.join(",", groups))
                .with("home", user.home())
                .with("shell", user.shell());
    }

    Observation of(HostProbe.Group wanted) throws InterruptedException {
        var group = accounts.group(wanted.name());
        if (group == null) {
            return Comparison.missing("group", wanted.name(), "there is no group " + wanted.name());
        }
        return new Comparison("group", wanted.name())
                .same("gid", wanted.gid(), group.gid())
                .seen(AssuranceLevel.EXISTS, "the group " + wanted.name() + " exists")
                .with("gid", group.gid());
    }
}
