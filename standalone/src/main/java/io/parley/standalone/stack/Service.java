package io.parley.standalone.stack;

import io.parley.gateway.VoiceGatewayApplication;
import io.parley.intent.IntentModelApplication;
import io.parley.orderflow.OrderFlowApplication;
import io.parley.qa.QaMemoryApplication;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The services, in the order an utterance passes them. */
enum Service {
    VOICE_GATEWAY("voice-gateway", VoiceGatewayApplication.class),
    ORDER_FLOW("order-flow-service", OrderFlowApplication.class),
    INTENT_MODEL("intent-model-service", IntentModelApplication.class),
    QA_MEMORY("qa-memory-service", QaMemoryApplication.class);

    /** Tells a service's context which of the services it is. */
    static final String PROPERTY = "parley.standalone.service";

    private static final Set<Service> MESSAGING = EnumSet.of(ORDER_FLOW, INTENT_MODEL, QA_MEMORY);

    /**
     * In one JVM every service sees the class path of all. What Spring Boot would set up because another service needs
     * it, by the prefix of the auto-configuration's name, and for whom it is really there.
     */
    private static final Map<String, Set<Service>> OWNERS = Map.ofEntries(
            Map.entry("org.springframework.boot.security.", EnumSet.of(VOICE_GATEWAY)),
            Map.entry("org.springframework.boot.websocket.", EnumSet.of(VOICE_GATEWAY)),
            Map.entry("org.springdoc.", EnumSet.of(VOICE_GATEWAY)),
            Map.entry("org.springframework.boot.data.", EnumSet.of(ORDER_FLOW)),
            Map.entry("org.springframework.boot.flyway.", EnumSet.of(ORDER_FLOW)),
            Map.entry("org.springframework.boot.h2console.", EnumSet.of(ORDER_FLOW)),
            Map.entry("org.springframework.boot.jdbc.", EnumSet.of(ORDER_FLOW)),
            Map.entry("org.springframework.boot.sql.", EnumSet.of(ORDER_FLOW)),
            Map.entry("org.springframework.boot.transaction.", EnumSet.of(ORDER_FLOW)),
            Map.entry("org.springframework.boot.kafka.", MESSAGING));

    private final String module;
    private final Class<?> application;

    Service(String module, Class<?> application) {
        this.module = module;
        this.application = application;
    }

    /** The Maven module's name, which is also the name of its configuration file. */
    String module() {
        return module;
    }

    /** The class its context is made from. */
    Class<?> application() {
        return application;
    }

    /** Whether this service, alone on its own class path, would have that auto-configuration. */
    boolean has(String autoConfiguration) {
        return OWNERS.entrySet().stream()
                .filter(owned -> autoConfiguration.startsWith(owned.getKey()))
                .allMatch(owned -> owned.getValue().contains(this));
    }

    static Optional<Service> of(String module) {
        return Arrays.stream(values())
                .filter(service -> service.module.equals(module))
                .findFirst();
    }
}
