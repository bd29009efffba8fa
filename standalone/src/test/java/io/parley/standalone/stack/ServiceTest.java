package io.parley.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

class ServiceTest {

    private static final List<String> ALL = StreamSupport.stream(
                    ImportCandidates.load(AutoConfiguration.class, ServiceTest.class.getClassLoader())
                            .spliterator(),
                    false)
            .toList();

    @Test
    void givenTheGateway_whenAskedForItsAutoConfigurations_thenThereIsSecurityAndNoDatabaseNorMessaging() {
        assertThat(ALL.stream().filter(Service.VOICE_GATEWAY::has))
                .anyMatch(name -> name.contains(".security."))
                .anyMatch(name -> name.contains(".webmvc."))
                .noneMatch(name -> name.contains(".jdbc."))
                .noneMatch(name -> name.contains(".kafka."))
                .noneMatch(name -> name.contains(".redis."));
    }

    @Test
    void givenTheOrderFlow_whenAskedForItsAutoConfigurations_thenThereAreDatabaseAndMessagingAndNoSecurity() {
        assertThat(ALL.stream().filter(Service.ORDER_FLOW::has))
                .anyMatch(name -> name.contains(".jdbc."))
                .anyMatch(name -> name.contains(".flyway."))
                .anyMatch(name -> name.contains(".redis."))
                .anyMatch(name -> name.contains(".kafka."))
                .noneMatch(name -> name.contains(".security."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intent-model-service", "qa-memory-service"})
    void givenAModelService_whenAskedForItsAutoConfigurations_thenThereIsMessagingAndNeitherDatabaseNorSecurity(
            String module) {
        Service service = Service.of(module).orElseThrow();

        assertThat(ALL.stream().filter(service::has))
                .anyMatch(name -> name.contains(".kafka."))
                .noneMatch(name -> name.contains(".jdbc."))
                .noneMatch(name -> name.contains(".security."));
    }

    @Test
    void givenAnUnknownModule_whenAsked_thenThereIsNoService() {
        assertThat(Service.of("coaching-service")).isEmpty();
    }
}
