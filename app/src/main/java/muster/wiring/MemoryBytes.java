package muster.wiring;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import muster.audit.ProbeResult;
import muster.plan.HostProbe;
import muster.plan.Need;
import muster.plan.Presence;
import muster.wiring.Remembered.Input;
import muster.wiring.Remembered.Row;
import org.jspecify.annotations.Nullable;

/// The bytes of a [ChecksMemory]: what it is about, when the run began, the files, the rows with the numbers of their
/// files, and a checksum (CRC-32) over all of it. Texts are UTF-8 behind their length.
final class MemoryBytes {
    private static final int MAGIC = 0x4d434d32;
    private static final List<ProbeResult> RESULTS = List.of(ProbeResult.values());
    private static final List<Need> NEEDS = List.of(Need.values());
    private static final List<CheckLine.Met> METS = List.of(CheckLine.Met.values());
    private static final List<HostProbe.Protocol> PROTOCOLS = List.of(HostProbe.Protocol.values());
    private static final List<Presence> STATES = List.of(Presence.values());

    private MemoryBytes() {}

    /// What the bytes hold, or null if it is about something else.
    ///
    /// @throws RuntimeException if they are no memory, or not whole
    static @Nullable Remembered read(String about, byte[] bytes) {
        int length = bytes.length - Integer.BYTES;
        var in = ByteBuffer.wrap(bytes);
        if (length < Integer.BYTES || in.getInt(length) != checksum(bytes, length) || in.getInt() != MAGIC) {
            throw new IllegalArgumentException("not whole");
        }
        if (!text(in).equals(about)) {
            return null;
        }
        var begun = Instant.ofEpochMilli(in.getLong());
        var inputs = inputs(in);
        var basis = List.copyOf(inputs.subList(0, in.getInt()));
        int count = in.getInt();
        var rows = new ArrayList<Row>(Math.min(count, length));
        for (int i = 0; i < count; i++) {
            rows.add(row(in, inputs));
        }
        return new Remembered(begun, basis, rows);
    }

    private static int checksum(byte[] bytes, int length) {
        var sum = new CRC32();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }

    private static List<Input> inputs(ByteBuffer in) {
        int count = in.getInt();
        var inputs = new ArrayList<Input>(Math.min(count, in.remaining()));
        for (int i = 0; i < count; i++) {
            var path = Path.of(text(in));
            var looked = Instant.ofEpochMilli(in.getLong());
            var stamp = new long[in.get()];
            for (int k = 0; k < stamp.length; k++) {
                stamp[k] = in.getLong();
            }
            inputs.add(new Input(path, stamp, looked));
        }
        return inputs;
    }

    private static Row row(ByteBuffer in, List<Input> inputs) {
        var id = text(in);
        var target = text(in);
        var kind = text(in);
        var result = RESULTS.get(in.get());
        var need = NEEDS.get(in.get());
        var met = METS.get(in.get());
        var summary = text(in);
        var at = Instant.ofEpochMilli(in.getLong());
        var port = in.get() == 0 ? null : port(in);
        int count = in.getInt();
        var own = new ArrayList<Input>(Math.min(count, in.remaining()));
        for (int i = 0; i < count; i++) {
            own.add(inputs.get(in.getInt()));
        }
        return new Row(id, target, kind, result, need, met, summary, at, port, own);
    }

    private static HostProbe.Port port(ByteBuffer in) {
        int number = in.getInt();
        var protocol = PROTOCOLS.get(in.get());
        var state = STATES.get(in.get());
        var address = text(in);
        return new HostProbe.Port(number, protocol, state, address.isEmpty() ? null : address);
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a text of no possible length");
        }
        var bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] written(String about, Remembered run) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            text(out, about);
            out.writeLong(run.begun().toEpochMilli());
            var numbers = numbers(run);
            out.writeInt(numbers.size());
            for (var input : numbers.keySet()) {
                input(out, input);
            }
            out.writeInt(run.basis().size());
            out.writeInt(run.rows().size());
            for (var row : run.rows()) {
                row(out, row, numbers);
            }
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new IllegalStateException("memory takes what is written", e);
        }
        return bytes.toByteArray();
    }

    /// Each input once, those of all first.
    private static Map<Input, Integer> numbers(Remembered run) {
        var numbers = new LinkedHashMap<Input, Integer>();
        run.basis().forEach(input -> numbers.put(input, numbers.size()));
        run.rows().forEach(row -> row.inputs().forEach(input -> numbers.putIfAbsent(input, numbers.size())));
        return numbers;
    }

    private static void input(DataOutputStream out, Input input) throws IOException {
        text(out, input.path().toString());
        out.writeLong(input.looked().toEpochMilli());
        out.writeByte(input.stamp().length);
        for (long number : input.stamp()) {
            out.writeLong(number);
        }
    }

    private static void row(DataOutputStream out, Row row, Map<Input, Integer> numbers) throws IOException {
        text(out, row.id());
        text(out, row.target());
        text(out, row.kind());
        out.writeByte(RESULTS.indexOf(row.result()));
        out.writeByte(NEEDS.indexOf(row.need()));
        out.writeByte(METS.indexOf(row.met()));
        text(out, row.summary());
        out.writeLong(row.at().toEpochMilli());
        port(out, row.port());
        out.writeInt(row.inputs().size());
        for (var input : row.inputs()) {
            out.writeInt(numbers.getOrDefault(input, 0));
        }
    }

    private static void port(DataOutputStream out, HostProbe.@Nullable Port port) throws IOException {
        out.writeByte(port == null ? 0 : 1);
        if (port != null) {
            out.writeInt(port.port());
            out.writeByte(PROTOCOLS.indexOf(port.protocol()));
            out.writeByte(STATES.indexOf(port.state()));
            text(out, port.address() == null ? "" : port.address());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
