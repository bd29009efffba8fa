package io.parley.orderflow;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the order flow as a process of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan({"io.parley.orderflow", "io.parley.session"})
@EnableScheduling
public class OrderFlowApplication {

    public static void main(String[] arguments) {
        System.setProperty("spring.config.name", "order-flow-service");
        SpringApplication.run(OrderFlowApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
