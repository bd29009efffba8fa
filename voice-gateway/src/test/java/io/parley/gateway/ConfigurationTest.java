package io.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.gateway.model.ModelProperties;
import io.parley.gateway.security.LimitProperties;
import io.parley.gateway.security.OperatorProperties;
import io.parley.gateway.security.PageProperties;
import io.parley.gateway.socket.SocketProperties;
import io.parley.gateway.upstream.UpstreamProperties;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

class ConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Everything.class);

    @Test
    void givenOnlyAPassword_whenRead_thenEverythingElseHasItsDefault() {
        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "systemEnvironment", Map.of("PARLEY_GATEWAY_OPERATOR_PASSWORD", "pa55"))))
                .run(context -> {
                    assertThat(context.getBean(UpstreamProperties.class))
                            .isEqualTo(new UpstreamProperties(
                                    URI.create("http://localhost:8081"),
                                    URI.create("http://localhost:8082"),
                                    URI.create("http://localhost:8083"),
                                    Duration.ofSeconds(1),
                                    Duration.ofSeconds(10),
                                    Duration.ofMinutes(5),
                                    Duration.ofSeconds(3)));
                    assertThat(context.getBean(OperatorProperties.class))
                            .isEqualTo(new OperatorProperties("pa55", 20, false));
                    assertThat(context.getBean(OperatorProperties.class).toString())
                            .doesNotContain("pa55");
                    assertThat(context.getBean(PageProperties.class))
                            .isEqualTo(new PageProperties(List.of(), List.of("'self'")));
                    assertThat(context.getBean(LimitProperties.class))
                            .isEqualTo(new LimitProperties(DataSize.ofKilobytes(64), 0));
                    assertThat(context.getBean(ModelProperties.class))
                            .isEqualTo(new ModelProperties(DataSize.ofMegabytes(32)));
                    assertThat(context.getBean(SocketProperties.class))
                            .isEqualTo(new SocketProperties(
                                    Duration.ofSeconds(10),
                                    Duration.ofSeconds(20),
                                    Duration.ofSeconds(60),
                                    Duration.ofSeconds(5),
                                    DataSize.ofKilobytes(16),
                                    Duration.ofMinutes(3),
                                    2));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"intent-model-service", "qa-memory-service"})
    void givenTheModelServices_whenCompared_thenTheyTakeUploadsAsLargeAsTheGatewayDoes(String service)
            throws IOException {
        String settings = Files.readString(Path.of("..", service, "src", "main", "resources", service + ".yaml"));

        runner.withPropertyValues("parley.gateway.operator-password=x").run(context -> {
            long limit = context.getBean(ModelProperties.class).uploadLimit().toMegabytes();
            assertThat(settings).contains("max-file-size: " + limit + "MB\n", "max-request-size: " + limit + "MB\n");
        });
    }

    @Test
    void givenNoPassword_whenStarted_thenTheFailureSaysHowToGiveOne() {
        assertThatThrownBy(() -> VoiceGatewayApplication.main(new String[] {"--server.port=0"}))
                .rootCause()
                .hasMessageContaining("operatorPassword")
                .hasMessageContaining("is not set; give operators a password by the environment variable"
                        + " PARLEY_GATEWAY_OPERATOR_PASSWORD");
    }

    @ParameterizedTest
    @CsvSource({
        "allowed-origins=https://shop.example.com/path, must be an origin such as https://shop.example.com",
        "customer-requests-per-second=-1, must be greater than or equal to 0",
        "read-timeout=0s, must be longer than or equal to 1 milli",
        "frame-ancestors=a;b, must be one source such as"
    })
    void givenABadValue_whenRead_thenTheFailureSaysWhatIsWrong(String setting, String message) {
        runner.withPropertyValues("parley.gateway.operator-password=x", "parley.gateway." + setting)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(message));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({
        UpstreamProperties.class,
        OperatorProperties.class,
        PageProperties.class,
        LimitProperties.class,
        ModelProperties.class,
        SocketProperties.class
    })
    static class Everything {}
}
