package muster.probes.host;

import java.nio.file.Path;
import muster.targets.Driver;
import muster.targets.LocalDriver;

class LocalMachineTest implements OtherMachineKit {
    @Override
    public Driver driver(Path folder) {
        return new LocalDriver(folder);
    }
}
