package muster.packs.training.merge;

import java.util.ArrayList;
import java.util.List;
import muster.run.ActionCall;

/// Gathers what became of the files, from all lanes.
final class Tally {
    private final ActionCall call;
    private final int files;
    private final List<Aligned> aligned = new ArrayList<>();

    Tally(ActionCall call, int files) {
        this.call = call;
        this.files = files;
    }

    synchronized void count(Aligned file) {
        aligned.add(file);
        call.progress().accept((double) aligned.size() / files, file.source().name());
    }

    synchronized List<String> problems() {
        return aligned.stream()
                .flatMap(file ->
                        file.reasons().stream().map(reason -> file.source().name() + ": " + reason))
                .sorted()
                .toList();
    }

    synchronized Totals totals() {
        return new Totals(
                aligned.stream()
                        .filter(file -> file.part() == Aligned.Part.WRITTEN)
                        .count(),
                aligned.stream().mapToLong(file -> file.keys().missing()).sum(),
                aligned.stream().mapToLong(file -> file.keys().outside()).sum());
    }
}
