package muster.yaml;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.Parsed;
import muster.yaml.ServiceSpec.CredentialSource;
import muster.yaml.ServiceSpec.CredentialSource.File;
import muster.yaml.ServiceSpec.CredentialSource.KeyPair;
import muster.yaml.ServiceSpec.CredentialSource.Variable;
import muster.yaml.ServiceSpec.Kind;
import muster.yaml.ServiceSpec.Writing;
import org.jspecify.annotations.Nullable;

/// Reads the operator's file of services: `services:` with one mapping for each name. It stands outside the audited
/// repository, which could otherwise connect and allow what it likes.
public final class ServicesReader {
    private static final String SERVICES = "services";

    private static final Field<Variable, String> ENV =
            Field.required("env", TextForm.SOME, Variable::variable, "environment variable that holds a token");
    private static final Field<File, String> FILE =
            Field.required("file", TextForm.SOME, File::path, "file that holds a token or a service account's key");
    private static final Field<KeyPair, String> KEY_ID =
            Field.required("key-id", TextForm.SOME, KeyPair::keyId, "environment variable of the access key's id");
    private static final Field<KeyPair, String> SECRET_KEY = Field.required(
            "secret-key", TextForm.SOME, KeyPair::secretKey, "environment variable of the secret access key");
    private static final Field<KeyPair, @Nullable String> SESSION =
            Field.optional("session", TextForm.SOME, KeyPair::session, "environment variable of the session's token");

    private static final Form<CredentialSource> CREDENTIAL = new ChoiceForm<>(
            "credential",
            List.of(
                    new ChoiceForm.Case<>(
                            Variable.class,
                            new EntryForm<>("credential", List.of(ENV), entry -> new Variable(entry.get(ENV)))),
                    new ChoiceForm.Case<>(
                            File.class,
                            new EntryForm<>("credential", List.of(FILE), entry -> new File(entry.get(FILE)))),
                    new ChoiceForm.Case<>(
                            KeyPair.class,
                            new EntryForm<>(
                                    "credential",
                                    List.of(KEY_ID, SECRET_KEY, SESSION),
                                    entry -> new KeyPair(
                                            entry.get(KEY_ID), entry.get(SECRET_KEY), entry.get(SESSION))))));

    private static final Field<ServiceSpec, Kind> KIND =
            Field.required("kind", WordForm.of(Kind.class), ServiceSpec::kind, "what it speaks");
    private static final Field<ServiceSpec, @Nullable String> ENDPOINT =
            Field.optional("endpoint", TextForm.SOME, ServiceSpec::endpoint, "address other than the service's own");
    private static final Field<ServiceSpec, @Nullable String> PROJECT =
            Field.optional("project", TextForm.SOME, ServiceSpec::project, "project, or owner/name of a repository");
    private static final Field<ServiceSpec, @Nullable String> REGION =
            Field.optional("region", TextForm.SOME, ServiceSpec::region, "region or location");
    private static final Field<ServiceSpec, @Nullable String> DATASET =
            Field.optional("dataset", TextForm.SOME, ServiceSpec::dataset, "where tables without a data set stand");
    private static final Field<ServiceSpec, @Nullable CredentialSource> SECRET =
            Field.optional("credential", CREDENTIAL, ServiceSpec::credential, "where the credential comes from");
    private static final Field<ServiceSpec, Writing> ALLOW_WRITE = Field.<ServiceSpec, Writing>required(
                    "writing",
                    WordForm.of(Writing.class),
                    ServiceSpec::writing,
                    "whether scratch objects may be written")
            .or(Writing.REFUSED);
    private static final List<Field<ServiceSpec, ?>> FIELDS =
            List.of(KIND, ENDPOINT, PROJECT, REGION, DATASET, SECRET, ALLOW_WRITE);

    private ServicesReader() {}

    /// The services by name, or all problems with their places.
    public static Parsed<SortedMap<String, ServiceSpec>> read(Path file) {
        var reading = new Reading();
        var bytes = FileBytes.read(file, reading);
        return bytes == null ? new Parsed.Failed<>(reading.problems()) : read(file.toString(), bytes, reading);
    }

    /// @param name stands for the path in places
    public static Parsed<SortedMap<String, ServiceSpec>> read(String name, byte[] bytes) {
        var reading = new Reading();
        reading.opened(name);
        return read(name, bytes, reading);
    }

    private static Parsed<SortedMap<String, ServiceSpec>> read(String name, byte[] bytes, Reading reading) {
        var services = new TreeMap<String, ServiceSpec>();
        var root = YamlText.compose(name, bytes, reading);
        var keys = root == null ? null : Keys.of(new Value("the file", root, reading), () -> "a mapping with services");
        if (keys != null) {
            keys.allow(List.of(SERVICES), "the file");
            var named = keys.get(SERVICES);
            var entries = named == null ? null : Keys.of(named, () -> "a mapping from names to services");
            if (entries != null) {
                entries.all().forEach((service, value) -> put(services, service, value));
            }
        }
        return reading.failed() ? new Parsed.Failed<>(reading.problems()) : new Parsed.Ok<>(services);
    }

    private static void put(SortedMap<String, ServiceSpec> services, String name, Value value) {
        var read = new EntryForm<>("service", FIELDS, entry -> spec(name, value, entry)).read(value);
        if (read != null) {
            missing(read)
                    .forEach(key -> value.wrong(
                            "a service of kind " + KIND.write(read.kind()) + " needs the key '" + key + "'", null));
            services.put(name, read);
        }
    }

    private static ServiceSpec spec(String name, Value value, Entry<ServiceSpec> entry) {
        return new ServiceSpec(
                name,
                entry.get(KIND),
                entry.get(ENDPOINT),
                entry.get(PROJECT),
                entry.get(REGION),
                entry.get(DATASET),
                entry.get(SECRET),
                entry.get(ALLOW_WRITE),
                value.place());
    }

    private static List<String> missing(ServiceSpec spec) {
        var given = new HashMap<String, @Nullable String>();
        given.put("project", spec.project());
        given.put("region", spec.region());
        given.put("dataset", spec.dataset());
        return needed(spec.kind()).stream()
                .filter(key -> given.get(key) == null)
                .toList();
    }

    private static List<String> needed(Kind kind) {
        return switch (kind) {
            case S3 -> List.of("region");
            case GCS, GOOGLE_CLOUD -> List.of();
            case GITHUB -> List.of("project");
            case BIGQUERY -> List.of("project", "dataset");
            case CLOUD_RUN -> List.of("project", "region");
        };
    }
}
