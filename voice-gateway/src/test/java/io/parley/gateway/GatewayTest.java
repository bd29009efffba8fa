package io.parley.gateway;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A running gateway with stand-ins behind it. The answers model is down where a test does
 * not say otherwise: nothing listens at its address. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=voice-gateway",
            "parley.gateway.operator-password=" + Client.PASSWORD,
            "parley.gateway.read-timeout=2s",
            "parley.gateway.answers-url=http://localhost:1",
        })
public abstract class GatewayTest {

    // Contexts are shared between test classes and keep the addresses, so these live as long as the JVM.
    protected static final StandIn ORDER_FLOW = new StandIn();
    protected static final StandIn NEXT_STATE = new StandIn();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("parley.gateway.order-flow-url", ORDER_FLOW::url);
        registry.add("parley.gateway.next-state-url", NEXT_STATE::url);
    }

    @BeforeEach
    void forget() {
        ORDER_FLOW.reset();
        NEXT_STATE.reset();
    }

    protected Client client() {
        return new Client(port);
    }
}
