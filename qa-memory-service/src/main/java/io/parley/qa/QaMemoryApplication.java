package io.parley.qa;

import io.parley.modelservice.ModelServiceConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Starts the episodic memory. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(ModelServiceConfiguration.class)
public class QaMemoryApplication {

    /** Its configuration is {@code qa-memory-service.yaml}, so that services may share a class path. */
    private static final String NAME = "qa-memory-service";

    public static void main(String[] args) {
        start(args);
    }

    /** Starts it and returns the running context; several services may run in one JVM. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(QaMemoryApplication.class)
                .properties("spring.config.name=" + NAME)
                .run(args);
    }
}
