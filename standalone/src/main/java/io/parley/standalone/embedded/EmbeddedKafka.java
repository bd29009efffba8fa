package io.parley.standalone.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker inside this JVM: one node that is its own controller (KRaft), on free loopback ports, with what it
 * holds in a folder.
 *
 * <p>Set logging up before starting it. Where the broker would end the process it belongs to, it ends its start with a
 * {@link StartFailure} instead.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int NODE = 1;
    private static final int ATTEMPTS = 5;
    private static final Duration COORDINATOR_READY_WITHIN = Duration.ofSeconds(30);

    /** Without these a start after a killed JVM waits for its predecessor's registration to run out. */
    private static final Map<String, String> QUICK_RESTART = Map.of(
            "controlled.shutdown.enable", "true",
            "broker.session.timeout.ms", "2500",
            "broker.heartbeat.interval.ms", "500",
            "group.initial.rebalance.delay.ms", "0");

    private static final Map<String, String> ONE_NODE = Map.of(
            "num.partitions", "1",
            "offsets.topic.num.partitions", "1",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1");

    /** Threads and buffers for two cores and a few topics: the defaults are made for a machine of Kafka's own. */
    private static final Map<String, String> SMALL = Map.of(
            "num.network.threads", "2",
            "num.io.threads", "2",
            "background.threads", "2",
            "log.cleaner.dedupe.buffer.size", "2097152",
            "log.cleaner.io.buffer.size", "131072",
            "log.index.size.max.bytes", "1048576",
            "metadata.max.idle.interval.ms", "5000");

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker and waits until clients, consumer groups included, are served.
     *
     * @param folder where it keeps its data; made if it is not there
     * @throws StartFailure if it cannot start
     */
    public static EmbeddedKafka start(Path folder) {
        Exit.setExitProcedure(EmbeddedKafka::refuseToExit);
        Exit.setHaltProcedure(EmbeddedKafka::refuseToExit);
        try {
            format(folder);
        } catch (Exception e) {
            throw new StartFailure(
                    "Kafka cannot use " + folder + ": " + e,
                    "Make the folder writable, or name another with --data",
                    e);
        }
        for (int attempt = 1; ; attempt++) {
            int[] ports = FreePort.find(2);
            KafkaRaftServer server = null;
            try {
                server = new KafkaRaftServer(
                        KafkaConfig.fromProps(configuration(folder, ports[0], ports[1]), false), Time.SYSTEM);
                server.startup();
                EmbeddedKafka kafka = new EmbeddedKafka(server, ports[0]);
                kafka.awaitGroupCoordinator();
                return kafka;
            } catch (RuntimeException | Error | ExecutionException | TimeoutException e) {
                if (server != null) {
                    server.shutdown();
                }
                if (attempt == ATTEMPTS || !portWasTaken(e)) {
                    throw new StartFailure(
                            "Kafka did not start on the data in " + folder + ": " + rootOf(e),
                            "Move " + folder + " away to start with an empty one; conversations, orders and models are"
                                    + " kept elsewhere",
                            e);
                }
            } catch (InterruptedException e) {
                server.shutdown();
                Thread.currentThread().interrupt();
                throw new StartFailure("Kafka's start was interrupted", "Start again", e);
            }
        }
    }

    /** Where clients connect: {@code host:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Formats into a folder beside and moves it into place, so that a start cut short leaves nothing half done. */
    private static void format(Path folder) throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        delete(fresh);
        Files.createDirectories(fresh);
        new Formatter()
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setControllerListenerName("CONTROLLER")
                .setDirectories(List.of(fresh.toString()))
                .setMetadataLogDirectory(fresh.toString())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
        delete(folder);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Properties configuration(Path folder, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", String.valueOf(NODE)),
                Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "BROKER"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("log.dirs", folder.toString())));
        properties.putAll(QUICK_RESTART);
        properties.putAll(ONE_NODE);
        properties.putAll(SMALL);
        return properties;
    }

    /** Asks for a group, which makes the broker create and load what it keeps groups in. */
    private void awaitGroupCoordinator() throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.listConsumerGroupOffsets("parley-start")
                    .partitionsToOffsetAndMetadata()
                    .get(COORDINATOR_READY_WITHIN.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void refuseToExit(int status, String message) {
        throw new IllegalStateException(message == null ? "fatal, status " + status : message);
    }

    private static boolean portWasTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
