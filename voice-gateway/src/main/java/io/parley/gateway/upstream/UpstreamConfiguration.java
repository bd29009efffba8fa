package io.parley.gateway.upstream;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the services behind the gateway to one HTTP client, which keeps its connections. */
@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService upstreamExecutor() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean(destroyMethod = "shutdownNow")
    HttpClient upstreamClient(UpstreamProperties properties) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Bean
    Upstream orderFlowService(Parts parts, UpstreamProperties properties) {
        return parts.service("order-flow-service", properties.orderFlowUrl());
    }

    @Bean
    Upstream nextStateService(Parts parts, UpstreamProperties properties) {
        return parts.service("intent-model-service", properties.nextStateUrl());
    }

    @Bean
    Upstream answersService(Parts parts, UpstreamProperties properties) {
        return parts.service("qa-memory-service", properties.answersUrl());
    }

    @Bean
    OrderFlow orderFlow(Upstream orderFlowService, UpstreamProperties properties) {
        return new OrderFlow(orderFlowService, properties);
    }

    @Bean
    CampaignVersions campaignVersions(Upstream orderFlowService, UpstreamProperties properties) {
        return new CampaignVersions(orderFlowService, properties);
    }

    @Bean
    Candidates candidates(Upstream orderFlowService, UpstreamProperties properties) {
        return new Candidates(orderFlowService, properties);
    }

    @Bean
    DeskFlow deskFlow(Upstream orderFlowService, UpstreamProperties properties) {
        return new DeskFlow(orderFlowService, properties);
    }

    @Bean
    VoiceFlow voiceFlow(Upstream orderFlowService, UpstreamProperties properties) {
        return new VoiceFlow(orderFlowService, properties);
    }

    @Bean
    ModelServices modelServices(Upstream nextStateService, Upstream answersService, UpstreamProperties properties) {
        return new ModelServices(nextStateService, answersService, properties);
    }

    @Bean
    HealthIndicator orderFlowHealthIndicator(Upstream orderFlowService, UpstreamProperties properties) {
        return health(orderFlowService, properties.orderFlowUrl(), properties);
    }

    @Bean
    HealthIndicator nextStateModelHealthIndicator(Upstream nextStateService, UpstreamProperties properties) {
        return health(nextStateService, properties.nextStateUrl(), properties);
    }

    @Bean
    HealthIndicator answersModelHealthIndicator(Upstream answersService, UpstreamProperties properties) {
        return health(answersService, properties.answersUrl(), properties);
    }

    private static HealthIndicator health(Upstream service, URI address, UpstreamProperties properties) {
        return new UpstreamHealth(service, address.toString(), properties.healthTimeout());
    }

    @Bean
    Parts upstreamParts(HttpClient http, ExecutorService upstreamExecutor, JsonMapper json, MeterRegistry meters) {
        return new Parts(http, upstreamExecutor, json, meters);
    }

    /** What every service is called with. */
    record Parts(HttpClient http, ExecutorService executor, JsonMapper json, MeterRegistry meters) {
        Upstream service(String name, URI base) {
            return new Upstream(name, base, http, executor, json, meters);
        }
    }
}
