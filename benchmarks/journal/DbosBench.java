import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dbos.transact.DBOS;
import dev.dbos.transact.config.DBOSConfig;
import dev.dbos.transact.workflow.Workflow;
import java.util.List;

/// Durable steps a second of DBOS Transact on PostgreSQL: clients that carry out workflows of twenty empty steps.
/// Arguments: URL SECONDS CLIENTS
final class DbosBench {
    private static final int STEPS = 20;

    /// A workflow.
    public interface Flow {
        void go(long end);
    }

    /// Carries out empty steps.
    public static final class Steps implements Flow {
        private final DBOS dbos;

        Steps(DBOS dbos) {
            this.dbos = dbos;
        }

        @Override
        @Workflow(name = "go")
        public void go(long number) {
            for (int i = 0; i < STEPS; i++) {
                dbos.runStep(() -> {}, "step");
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        var seconds = Double.parseDouble(arguments[1]);
        var config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setMaximumPoolSize(40);
        try (var source = new HikariDataSource(config);
                var dbos = new DBOS(DBOSConfig.defaults("bench")
                        .withDataSource(source)
                        .withAdminServer(false)
                        .withMigrate(true))) {
            var flow = dbos.registerProxy(Flow.class, new Steps(dbos));
            dbos.launch();
            for (int count : List.of(arguments[2].split(",")).stream()
                    .map(Integer::parseInt)
                    .toList()) {
                var figures = Load.of("DBOS (workflow of 20 steps)", count, seconds, number -> () -> flow.go(number));
                System.out.println(new Load.Figures(
                        "DBOS steps on PostgreSQL",
                        count,
                        figures.perSecond() * STEPS,
                        figures.p50() / STEPS,
                        figures.p99() / STEPS,
                        figures.cpu() / STEPS));
            }
        }
        System.exit(0);
    }
}
