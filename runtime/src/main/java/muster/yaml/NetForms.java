package muster.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.HostProbe;
import muster.plan.Matcher;
import muster.plan.Presence;
import muster.plan.Probe;
import org.jspecify.annotations.Nullable;

/// Probes of ports, and of what can be reached over the net.
final class NetForms {
    private static final WholeForm<Integer> PORT = WholeForm.between(1, 65_535);

    static final List<ChoiceForm.Case<? extends Probe>> CASES =
            List.of(port(), networkInterface(), tcp(), http(), dns());

    private NetForms() {}

    private static ChoiceForm.Case<HostProbe.Port> port() {
        Field<HostProbe.Port, Integer> number =
                Field.required("port", PORT, HostProbe.Port::port, "number of a port of this machine");
        Field<HostProbe.Port, HostProbe.Protocol> protocol = Field.<HostProbe.Port, HostProbe.Protocol>required(
                        "protocol", WordForm.of(HostProbe.Protocol.class), HostProbe.Port::protocol, "what goes there")
                .or(HostProbe.Protocol.TCP);
        Field<HostProbe.Port, Presence> state = Field.required(
                        "state",
                        HostForms.presence("listening", "closed"),
                        HostProbe.Port::state,
                        "whether something listens on it")
                .or(Presence.PRESENT);
        Field<HostProbe.Port, @Nullable String> address = Field.optional(
                "address", TextForm.SOME, HostProbe.Port::address, "address that is listened on; any if left out");
        return new ChoiceForm.Case<>(
                HostProbe.Port.class,
                new EntryForm<>(
                        "port probe",
                        List.of(number, protocol, state, address),
                        entry -> new HostProbe.Port(
                                entry.get(number), entry.get(protocol), entry.get(state), entry.get(address))));
    }

    private static ChoiceForm.Case<HostProbe.NetworkInterface> networkInterface() {
        Field<HostProbe.NetworkInterface, String> name = Field.required(
                "network-interface",
                TextForm.SOME,
                HostProbe.NetworkInterface::name,
                "name of a network interface, such as eth0");
        Field<HostProbe.NetworkInterface, @Nullable Matcher> addresses = Field.optional(
                "addresses", MatcherForms.MATCHER, HostProbe.NetworkInterface::addresses, "list of its addresses");
        Field<HostProbe.NetworkInterface, @Nullable Matcher> mtu = Field.optional(
                "mtu", MatcherForms.MATCHER, HostProbe.NetworkInterface::mtu, "largest packet, in bytes");
        return new ChoiceForm.Case<>(
                HostProbe.NetworkInterface.class,
                new EntryForm<>(
                        "network-interface probe",
                        List.of(name, addresses, mtu),
                        entry ->
                                new HostProbe.NetworkInterface(entry.get(name), entry.get(addresses), entry.get(mtu))));
    }

    private static ChoiceForm.Case<HostProbe.Tcp> tcp() {
        Field<HostProbe.Tcp, String> host =
                Field.required("tcp", TextForm.SOME, HostProbe.Tcp::host, "host that accepts connections");
        Field<HostProbe.Tcp, Integer> port = Field.required("port", PORT, HostProbe.Tcp::port, "its port");
        return new ChoiceForm.Case<>(
                HostProbe.Tcp.class,
                new EntryForm<>(
                        "tcp probe",
                        List.of(host, port),
                        entry -> new HostProbe.Tcp(entry.get(host), entry.get(port))));
    }

    private static ChoiceForm.Case<HostProbe.Http> http() {
        Field<HostProbe.Http, String> url = Field.required(
                "http", TextForm.SOME, HostProbe.Http::url, "address that answers, such as https://example.org/health");
        Field<HostProbe.Http, HostProbe.Method> method = Field.<HostProbe.Http, HostProbe.Method>required(
                        "method", WordForm.of(HostProbe.Method.class), HostProbe.Http::method, "how it is asked")
                .or(HostProbe.Method.GET);
        Field<HostProbe.Http, HostProbe.Redirects> redirects = Field.<HostProbe.Http, HostProbe.Redirects>required(
                        "redirects",
                        WordForm.of(HostProbe.Redirects.class),
                        HostProbe.Http::redirects,
                        "whether the answer counts, or the one at the address that it names")
                .or(HostProbe.Redirects.REPORT);
        Field<HostProbe.Http, @Nullable Matcher> status = Field.optional(
                "status", MatcherForms.MATCHER, HostProbe.Http::status, "code of the answer; 200 to 299 if left out");
        Field<HostProbe.Http, SortedMap<String, Matcher>> headers =
                Field.<HostProbe.Http, SortedMap<String, Matcher>>required(
                                "headers", new NamedMatchersForm(), HostProbe.Http::headers, "headers of the answer")
                        .or(new TreeMap<>());
        Field<HostProbe.Http, List<Matcher>> body = Field.required(
                        "body",
                        new ListForm<>(MatcherForms.MATCHER, 1),
                        HostProbe.Http::body,
                        "what the first MiB of the answer is like; all must hold")
                .or(List.of());
        Field<HostProbe.Http, @Nullable Matcher> tlsDays = Field.optional(
                "tls-days", MatcherForms.MATCHER, HostProbe.Http::tlsDays, "days until the certificate expires");
        return new ChoiceForm.Case<>(
                HostProbe.Http.class,
                new EntryForm<>(
                        "http probe",
                        List.of(url, method, redirects, status, headers, body, tlsDays),
                        entry -> new HostProbe.Http(
                                entry.get(url),
                                entry.get(method),
                                entry.get(redirects),
                                entry.get(status),
                                entry.get(headers),
                                entry.get(body),
                                entry.get(tlsDays))));
    }

    private static ChoiceForm.Case<HostProbe.Dns> dns() {
        Field<HostProbe.Dns, String> name =
                Field.required("dns", TextForm.SOME, HostProbe.Dns::name, "name that resolves");
        Field<HostProbe.Dns, HostProbe.RecordType> type = Field.<HostProbe.Dns, HostProbe.RecordType>required(
                        "type", recordTypes(), HostProbe.Dns::type, "type of the record")
                .or(HostProbe.RecordType.A);
        Field<HostProbe.Dns, @Nullable String> server = Field.optional(
                "server", TextForm.SOME, HostProbe.Dns::server, "name server, with :port if it is not 53");
        Field<HostProbe.Dns, @Nullable Matcher> answers = Field.optional(
                "answers", MatcherForms.MATCHER, HostProbe.Dns::answers, "list of the answers; not empty if left out");
        return new ChoiceForm.Case<>(
                HostProbe.Dns.class,
                new EntryForm<>(
                        "dns probe",
                        List.of(name, type, server, answers),
                        entry -> new HostProbe.Dns(
                                entry.get(name), entry.get(type), entry.get(server), entry.get(answers))));
    }

    private static Form<HostProbe.RecordType> recordTypes() {
        var words = new LinkedHashMap<String, HostProbe.RecordType>();
        for (var type : HostProbe.RecordType.values()) {
            words.put(type.name(), type);
        }
        return new WordForm<>(words);
    }
}
