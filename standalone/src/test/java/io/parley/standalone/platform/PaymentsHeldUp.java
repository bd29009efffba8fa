package io.parley.standalone.platform;

import io.parley.orderflow.order.PaymentProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Holds an order flow up at the one moment a crash could cost most: the payment is made, and nothing of the turn is kept
 * yet. In a folder, the file {@code hold} asks for it, {@code paid} tells that it happened, and {@code go} lets it go on.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "parley.standalone.service", havingValue = "order-flow-service")
class PaymentsHeldUp {

    /** The property that names the folder. */
    static final String FOLDER = "parley.test.payments-held-up-in";

    private static final long POLL_MILLIS = 10;

    @Bean
    static BeanPostProcessor heldUp(Environment environment) {
        Path folder = Path.of(environment.getRequiredProperty(FOLDER));
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof PaymentProvider real ? after(real, folder) : bean;
            }
        };
    }

    private static PaymentProvider after(PaymentProvider real, Path folder) {
        return new PaymentProvider() {
            @Override
            public PaymentResult charge(Charge charge) {
                PaymentResult result = real.charge(charge);
                if (Files.exists(folder.resolve("hold"))) {
                    tell(folder.resolve("paid"));
                    await(folder.resolve("go"));
                }
                return result;
            }

            @Override
            public void release(String orderId) {
                real.release(orderId);
            }
        };
    }

    private static void tell(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Path file) {
        try {
            while (!Files.exists(file)) {
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
