package io.parley.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.OrderView;
import io.parley.contracts.chat.TurnReply;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.embedded.EmbeddedKafka;
import io.parley.standalone.embedded.EmbeddedRedis;
import io.parley.standalone.embedded.FreePort;
import io.parley.standalone.stack.Readiness;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * The images of the four services, as the {@code Dockerfile} makes them, on the machine's own network. Skipped where no container
 * engine runs.
 */
@Testcontainers(disabledWithoutDocker = true)
@EnabledOnOs(value = OS.LINUX, disabledReason = "containers share the machine's network on Linux only")
@Timeout(1200)
class ContainerImagesIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration UNTIL_HEALTHY = Duration.ofMinutes(3);
    private static final String PASSWORD = "the operator's";

    @TempDir
    Path temp;

    private final Running running = new Running();
    private final List<GenericContainer<?>> services = new ArrayList<>();
    private final int[] ports = FreePort.find(4);
    private GatewayClient gateway;

    @BeforeEach
    void startEverything() throws Exception {
        TrainedModels.into(temp);
        Files.createDirectories(temp.resolve("campaign-versions"));
        openToAll(temp.resolve("models"));
        openToAll(temp.resolve("campaign-versions"));
        EmbeddedRedis redis = running.keep(EmbeddedRedis.start(temp.resolve("redis"), temp.resolve("logs/redis.log")));
        EmbeddedKafka kafka = running.keep(EmbeddedKafka.start(temp.resolve("kafka")));
        Map<String, String> asking = Map.of("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        start("intent-model-service", ports[2], asking);
        start("qa-memory-service", ports[3], asking);
        start(
                "order-flow-service",
                ports[1],
                Map.of(
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                        "SPRING_DATA_REDIS_HOST", "127.0.0.1",
                        "SPRING_DATA_REDIS_PORT", String.valueOf(redis.port()),
                        "SPRING_DATA_REDIS_PASSWORD", redis.password(),
                        "SPRING_DATASOURCE_URL", "jdbc:h2:mem:orders",
                        "PARLEY_SECRETS_KEY", Base64.getEncoder().encodeToString(new byte[32])));
        start(
                "voice-gateway",
                ports[0],
                Map.of(
                        "PARLEY_GATEWAY_ORDERFLOWURL", at(ports[1]).toString(),
                        "PARLEY_GATEWAY_NEXTSTATEURL", at(ports[2]).toString(),
                        "PARLEY_GATEWAY_ANSWERSURL", at(ports[3]).toString(),
                        "PARLEY_GATEWAY_OPERATORPASSWORD", PASSWORD));
        gateway = new GatewayClient(at(ports[0]), Optional.of(PASSWORD));
        new Readiness(gateway, TeaBox.ID).await(progress -> {});
    }

    @AfterEach
    void stopEverything() throws Exception {
        running.close();
    }

    @Test
    void givenTheFourImages_whenACustomerBuys_thenTheOrderIsThereAndNobodyRunsAsRoot() throws Exception {
        OpenedConversation customer = gateway.open(TeaBox.ID, "chat");
        TurnReply last = null;
        for (int turn = 0; turn < TeaBox.PURCHASE.size(); turn++) {
            last = TeaBox.say(
                    gateway, customer, "turn-" + turn, TeaBox.PURCHASE.get(turn).text());
        }

        assertThat(last).extracting(TurnReply::outcome).isEqualTo("sale");
        assertThat(gateway.orders())
                .singleElement()
                .returns(customer.id(), OrderView::conversationId)
                .extracting(OrderView::total)
                .hasToString(TeaBox.TOTAL);
        for (GenericContainer<?> service : services) {
            assertThat(service.execInContainer("id", "-u").getStdout())
                    .as(service.getDockerImageName())
                    .isEqualToIgnoringNewLines("10001");
        }
    }

    /** Starts one and waits until the image's own health check is content. */
    private void start(String module, int port, Map<String, String> settings) throws IOException {
        GenericContainer<?> service = new GenericContainer<>(image(module))
                .withNetworkMode("host")
                .withEnv("SERVER_PORT", String.valueOf(port))
                .withEnv("PARLEY_HEALTH_PORT", String.valueOf(port))
                .withEnv("PARLEY_JAVA_OPTIONS", "-XX:+UseSerialGC -Xmx320m")
                .withEnv("PARLEY_CAMPAIGNS_FOLDER", "/campaigns")
                .withEnv("PARLEY_CAMPAIGNS_VERSIONS", "/campaign-versions")
                .withEnv("PARLEY_MODELS_FOLDER", "/models")
                .withEnv(settings)
                .withFileSystemBind(TeaBox.campaigns().toString(), "/campaigns", BindMode.READ_ONLY)
                .withFileSystemBind(temp.resolve("models").toString(), "/models", BindMode.READ_WRITE)
                .withFileSystemBind(
                        temp.resolve("campaign-versions").toString(), "/campaign-versions", BindMode.READ_WRITE)
                .waitingFor(Wait.forHealthcheck().withStartupTimeout(UNTIL_HEALTHY));
        running.keep(service);
        service.start();
        services.add(service);
    }

    /** Built of what the Dockerfile copies and nothing else; nothing in it asks the network. */
    private static ImageFromDockerfile image(String module) throws IOException {
        Path jar = ServiceProcess.jar(module);
        return new ImageFromDockerfile("parley-test/" + module, true)
                .withFileFromPath("Dockerfile", ROOT.resolve("Dockerfile"))
                .withFileFromPath("deploy/healthy", ROOT.resolve("deploy/healthy"))
                .withFileFromPath(module + "/target/" + jar.getFileName(), jar)
                .withBuildArg("MODULE", module)
                .withBuildImageCmdModifier(build -> build.withNetworkMode("host"));
    }

    /** The image's user is nobody on this machine. */
    private static void openToAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
        }
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
