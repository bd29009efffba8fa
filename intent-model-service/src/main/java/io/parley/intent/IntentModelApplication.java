package io.parley.intent;

import io.parley.modelservice.ModelServiceConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Starts the next-state policy. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(ModelServiceConfiguration.class)
public class IntentModelApplication {

    /** Its configuration is {@code intent-model-service.yaml}, so that services may share a class path. */
    private static final String NAME = "intent-model-service";

    public static void main(String[] args) {
        start(args);
    }

    /** Starts it and returns the running context; several services may run in one JVM. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(IntentModelApplication.class)
                .properties("spring.config.name=" + NAME)
                .run(args);
    }
}
