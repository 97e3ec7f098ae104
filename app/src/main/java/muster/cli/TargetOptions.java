package muster.cli;

import java.nio.file.Path;
import muster.plan.Address;
import muster.plan.Target;
import muster.plan.TargetId;
import muster.targets.Routes;
import muster.wiring.Machines;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Which machine is looked at.
final class TargetOptions {
    /// What evidence calls it.
    private static final TargetId NAME = new TargetId("command-line");

    @Option(
            names = "--target",
            paramLabel = "ADDRESS",
            converter = Converter.class,
            description = "the machine that probes of a machine look at unless the plan names one: " + Address.SHAPE)
    private @Nullable Address target;

    @Option(
            names = "--ssh-config",
            paramLabel = "FILE",
            description = "settings of the ssh client, instead of the user's own")
    private @Nullable Path settings;

    static final class Converter implements ITypeConverter<Address> {
        @Override
        public Address convert(String text) {
            var address = Address.of(text);
            if (address == null) {
                throw new TypeConversionException("'" + text + "' is no address; it must be " + Address.SHAPE);
            }
            return address;
        }
    }

    Machines machines() {
        return machines(target, settings);
    }

    static Machines machines(@Nullable Address target, @Nullable Path settings) {
        var routes = Routes.standard().set(settings == null ? null : settings.toAbsolutePath());
        return target == null ? new Machines(routes, null) : new Machines(routes.to(target), new Target(NAME, target));
    }
}
