package muster.storage;

import java.util.ArrayList;
import java.util.List;
import muster.run.Recorded;

/// A batch in the form that is stored, without a place in the chain yet: all that can be done before it is its turn.
///
/// @param text its events, see [CommandRow]
/// @param sealed of each event what its hash covers beside the hash and the number before, see [ChainHash]
/// @param appended the answer if it is appended
record Draft(Batch batch, String at, String text, List<byte[]> sealed, AppendOutcome.Appended appended) {

    static Draft of(Batch batch) {
        var at = batch.at().toString();
        var payloads = batch.events().stream().map(EventWriter::text).toList();
        var sealed = new ArrayList<byte[]>(payloads.size());
        var recorded = new ArrayList<Recorded>(payloads.size());
        var version = batch.expectedVersion();
        for (var part = 0; part < payloads.size(); part++) {
            version++;
            var event = batch.events().get(part);
            recorded.add(new Recorded(batch.run(), version, batch.command(), batch.at(), event));
            sealed.add(ChainHash.sealed(
                    new Entry(0, batch.run().value(), version, batch.command(), part, at, payloads.get(part), "")));
        }
        return new Draft(batch, at, CommandRow.text(payloads), sealed, new AppendOutcome.Appended(recorded));
    }
}
