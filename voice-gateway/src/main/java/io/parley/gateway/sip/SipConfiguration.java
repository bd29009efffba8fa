package io.parley.gateway.sip;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.chat.Offer;
import io.parley.gateway.call.Switchboard;
import io.parley.gateway.upstream.OrderFlow;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Telephones, where they are enabled. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("parley.sip.enabled")
class SipConfiguration {

    @Bean
    SipServer sipServer(SipProperties properties, Switchboard switchboard, OrderFlow orderFlow, MeterRegistry meters) {
        Campaigns campaigns = new Campaigns(
                () -> orderFlow.offers().stream().map(Offer::campaign).collect(Collectors.toSet()));
        return new SipServer(properties, switchboard, campaigns, meters);
    }

    @Bean
    SipHealth sipHealthIndicator(SipProperties properties, SipServer server) {
        return new SipHealth(properties, server);
    }
}
