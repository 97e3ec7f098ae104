package muster.probes.host;

import muster.plan.HostProbe;

/// What kind of evidence a probe of a machine yields.
final class EvidenceKind {
    private EvidenceKind() {}

    static String of(HostProbe probe) {
        return switch (probe) {
            case HostProbe.FileState _, HostProbe.FileAbsent _ -> FileComparison.KIND;
            case HostProbe.RunningProcess _ -> "process";
            case HostProbe.Port _ -> "port";
            case HostProbe.User _ -> "user";
            case HostProbe.Group _ -> "group";
            case HostProbe.Mount _ -> "mount";
            case HostProbe.DiskSpace _ -> "disk-space";
            case HostProbe.EnvironmentVariable _ -> "environment";
            case HostProbe.Service _ -> "service";
            case HostProbe.KernelParameter _ -> "kernel-parameter";
            case HostProbe.NetworkInterface _ -> "network-interface";
            case HostProbe.Tcp _ -> "tcp";
            case HostProbe.Http _ -> "http";
            case HostProbe.Dns _ -> "dns";
        };
    }
}
