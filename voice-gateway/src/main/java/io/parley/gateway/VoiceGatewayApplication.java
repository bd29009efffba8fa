package io.parley.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway as a process of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class VoiceGatewayApplication {

    public static void main(String[] arguments) {
        System.setProperty("spring.config.name", "voice-gateway");
        SpringApplication.run(VoiceGatewayApplication.class, arguments);
    }
}
