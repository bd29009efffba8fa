package io.parley.standalone.stack;

import io.parley.gateway.sip.Telephones;
import io.parley.modelservice.jobs.LaterCampaigns;
import io.parley.standalone.embedded.EmbeddedKafka;
import io.parley.standalone.embedded.EmbeddedRedis;
import io.parley.standalone.embedded.FreePort;
import io.parley.standalone.embedded.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Redis, Kafka and the four services, running in this JVM. Each service is a Spring context of its own that talks to the
 * others over the wire, just as it does when it runs alone.
 */
public final class Stack implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Stack.class);
    private static final String LOOPBACK = "127.0.0.1";

    private final StackSettings settings;
    private final DataFolder data;
    private final CompletableFuture<Void> firstSells = new CompletableFuture<>();
    private final Secrets secrets;
    private final Map<Service, Integer> ports = new EnumMap<>(Service.class);
    private final Map<Service, ConfigurableApplicationContext> contexts = new EnumMap<>(Service.class);
    private final ExecutorService starters = Executors.newCachedThreadPool();
    private @Nullable EmbeddedRedis redis;
    private @Nullable EmbeddedKafka kafka;
    private boolean closing;

    private Stack(StackSettings settings, DataFolder data, Secrets secrets) {
        this.settings = settings;
        this.data = data;
        this.secrets = secrets;
    }

    /**
     * Takes hold of the data folder and looks whether everything needed is there, without starting anything yet.
     *
     * @throws StartFailure if something is missing
     */
    public static Stack prepare(StackSettings settings) {
        DataFolder data = DataFolder.open(settings.data());
        try {
            Memory.now().requireEnough();
            requireFree(settings.address(), settings.port());
            Logs.into(data.logs());
            return new Stack(settings, data, Secrets.in(data.secrets()));
        } catch (StartFailure e) {
            data.close();
            throw e;
        }
    }

    /**
     * Starts everything and returns when every service takes requests. On failure nothing stays behind.
     *
     * @throws StartFailure if anything does not start
     */
    public void start() {
        try {
            Iterator<Integer> free =
                    Arrays.stream(FreePort.find(Service.values().length)).iterator();
            for (Service service : Service.values()) {
                ports.put(service, free.next());
            }
            if (settings.port() != 0) {
                ports.put(Service.VOICE_GATEWAY, settings.port());
            }
            CompletableFuture<EmbeddedRedis> redisStart = started(() -> {
                EmbeddedRedis one =
                        EmbeddedRedis.start(data.redis(), data.logs().resolve("redis.log"));
                keep(one);
                return one;
            });
            CompletableFuture<EmbeddedKafka> kafkaStart = started(() -> {
                EmbeddedKafka one = EmbeddedKafka.start(data.kafka());
                keep(one);
                return one;
            });
            List<CompletableFuture<?>> all = new ArrayList<>(List.of(redisStart, kafkaStart));
            all.add(started(() -> run(Service.VOICE_GATEWAY, Map.of())));
            CompletableFuture<Map<String, String>> servers = redisStart.thenCombine(kafkaStart, Stack::serversAt);
            for (Service service : List.of(Service.ORDER_FLOW, Service.INTENT_MODEL, Service.QA_MEMORY)) {
                all.add(servers.thenApplyAsync(at -> run(service, at), starters));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            close();
            throw StartFailures.explain(e.getCause() == null ? e : e.getCause());
        }
    }

    /** Lets the campaigns learn that come after the first; until then it has the machine to itself. */
    public void learnTheRest() {
        firstSells.complete(null);
    }

    /** Where customers and operators come in. */
    public URI gateway() {
        return URI.create("http://localhost:" + port(Service.VOICE_GATEWAY));
    }

    /** How telephones call, or why they cannot; empty if they are not to. */
    public Optional<String> telephones() {
        ConfigurableApplicationContext gateway = contexts.get(Service.VOICE_GATEWAY);
        return Optional.ofNullable(gateway)
                .map(context -> context.getBeanProvider(Telephones.class).getIfAvailable())
                .map(Telephones::told);
    }

    public Secrets secrets() {
        return secrets;
    }

    /** Completes when Redis has ended although nobody asked it to. */
    public CompletableFuture<Void> broken() {
        EmbeddedRedis one = redis;
        return one == null ? new CompletableFuture<>() : one.ended();
    }

    /** Stops everything, what takes customers' words first, what keeps them last. Does nothing the second time. */
    @Override
    public void close() {
        Deque<AutoCloseable> order = new ArrayDeque<>();
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
            contexts.values().forEach(order::add);
            if (kafka != null) {
                order.add(kafka);
            }
            if (redis != null) {
                order.add(redis);
            }
        }
        starters.shutdownNow();
        order.forEach(Stack::closeQuietly);
        data.close();
    }

    private ConfigurableApplicationContext run(Service service, Map<String, String> servers) {
        Map<String, String> properties = new LinkedHashMap<>(servers);
        properties.putAll(common(service));
        properties.putAll(
                switch (service) {
                    case VOICE_GATEWAY -> gatewayProperties();
                    case ORDER_FLOW -> orderFlowProperties();
                    case INTENT_MODEL, QA_MEMORY -> modelProperties();
                });
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        LaterCampaigns later = learning -> Thread.startVirtualThread(() -> {
            firstSells.join();
            learning.run();
        });
        ConfigurableApplicationContext context = new SpringApplicationBuilder(service.application())
                .registerShutdownHook(false)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("laterCampaigns", later))
                .run(arguments);
        keep(service, context);
        return context;
    }

    private Map<String, String> common(Service service) {
        return Map.ofEntries(
                Map.entry(Service.PROPERTY, service.module()),
                Map.entry("spring.config.name", service.module()),
                Map.entry("spring.application.name", service.module()),
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("spring.jmx.enabled", "false"),
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
                Map.entry("server.address", service == Service.VOICE_GATEWAY ? settings.address() : LOOPBACK),
                Map.entry("server.port", String.valueOf(port(service))),
                Map.entry(
                        "server.tomcat.basedir",
                        data.temporary().resolve(service.module()).toString()),
                Map.entry("server.tomcat.threads.min-spare", "2"),
                Map.entry("parley.campaigns.folder", settings.campaigns().toString()),
                Map.entry("parley.campaigns.versions", data.campaignVersions().toString()),
                Map.entry("parley.campaigns.first", settings.first()));
    }

    private Map<String, String> gatewayProperties() {
        Map<String, String> properties = new LinkedHashMap<>(Map.of(
                "parley.gateway.order-flow-url", at(Service.ORDER_FLOW).toString(),
                "parley.gateway.next-state-url", at(Service.INTENT_MODEL).toString(),
                "parley.gateway.answers-url", at(Service.QA_MEMORY).toString(),
                "parley.gateway.operator-password", secrets.operatorPassword(),
                "parley.voice.recording.folder", data.recordings().toString(),
                "parley.voice.recording.key", secrets.key()));
        if (settings.sipPort() != 0) {
            properties.put("parley.sip.enabled", "true");
            properties.put("parley.sip.host", numeric(settings.address()));
            properties.put("parley.sip.port", String.valueOf(settings.sipPort()));
        }
        return properties;
    }

    /** Names are looked up here, since SIP listens at a number. */
    private static String numeric(String address) {
        try {
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new StartFailure(address + " is no address of this machine", "Name another with --address", e);
        }
    }

    private Map<String, String> orderFlowProperties() {
        return Map.of(
                "spring.datasource.url",
                "jdbc:h2:file:" + data.orders().resolve("orders") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0",
                "parley.secrets.key",
                secrets.key());
    }

    private Map<String, String> modelProperties() {
        return Map.of("parley.models.folder", data.models().toString(), "parley.training.on-start", "true");
    }

    private static Map<String, String> serversAt(EmbeddedRedis redis, EmbeddedKafka kafka) {
        return Map.of(
                "spring.data.redis.host", LOOPBACK,
                "spring.data.redis.port", String.valueOf(redis.port()),
                "spring.data.redis.password", redis.password(),
                "spring.kafka.bootstrap-servers", kafka.bootstrapServers());
    }

    private URI at(Service service) {
        return URI.create("http://" + LOOPBACK + ":" + port(service));
    }

    private int port(Service service) {
        return ports.getOrDefault(service, settings.port());
    }

    private <T> CompletableFuture<T> started(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, starters);
    }

    private synchronized void keep(EmbeddedRedis one) {
        redis = one;
        closeIfLate(one);
    }

    private synchronized void keep(EmbeddedKafka one) {
        kafka = one;
        closeIfLate(one);
    }

    private synchronized void keep(Service service, ConfigurableApplicationContext context) {
        contexts.put(service, context);
        closeIfLate(context);
    }

    /** What has started while the stack was being closed. */
    private void closeIfLate(AutoCloseable one) {
        if (closing) {
            closeQuietly(one);
        }
    }

    private static void closeQuietly(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            log.atWarn()
                    .setCause(e)
                    .addKeyValue("part", one.getClass().getSimpleName())
                    .log("did not stop cleanly");
        }
    }

    private static void requireFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            throw new StartFailure(
                    "Port %d on %s cannot be used: %s".formatted(port, address, e.getMessage()),
                    "Stop what uses it, or name another with --port",
                    e);
        }
    }
}
