package io.parley.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A running gateway with stand-ins behind it. The answers model is always down: nothing listens at its address. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=voice-gateway",
            "parley.gateway.operator-password=" + Client.PASSWORD,
            "parley.gateway.read-timeout=2s",
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
        registry.add("parley.gateway.answers-url", () -> "http://localhost:" + freePort());
    }

    @BeforeEach
    void forget() {
        ORDER_FLOW.reset();
        NEXT_STATE.reset();
    }

    protected Client client() {
        return new Client(port);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
