package io.parley.gateway.security;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The gateway's rules of access. Nothing is kept between calls and there is no cookie, so there is nothing to forge a
 * request with.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors ";
    /** Swagger UI writes styles into its elements and brings pictures in its style sheet. */
    private static final String SWAGGER_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"
            + " 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action"
            + " 'self'; frame-ancestors ";

    @Bean
    SecurityFilterChain rules(
            HttpSecurity http,
            Refusals refusals,
            RateLimit customerRate,
            LimitProperties limits,
            OperatorProperties operators,
            PageProperties pages) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(cors -> {})
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::disable)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(policy(pages)))
                .addFilterAfter(new LimitFilter(limits.bodyLimit(), customerRate, refusals), CorsFilter.class)
                .authorizeHttpRequests(calls -> calls.requestMatchers(HttpMethod.GET, Paths.OFFERS)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, Paths.CONVERSATIONS)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, Paths.TURNS)
                        .hasRole(OperatorLogin.ROLE)
                        .requestMatchers(Paths.RECORDED, Paths.REPLAY)
                        .hasRole(OperatorLogin.ROLE)
                        .requestMatchers(Paths.CONVERSATIONS + "/**")
                        .access(SecurityConfiguration::bringsToken)
                        .requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access((login, call) ->
                                operators.metricsOpen() ? new AuthorizationDecision(true) : isOperator(login))
                        .requestMatchers("/api/**", "/actuator/**")
                        .hasRole(OperatorLogin.ROLE)
                        // The page, the API's description, what explains problems; a WebSocket authenticates inside.
                        .anyRequest()
                        .permitAll())
                .build();
    }

    @Bean
    OperatorLogin operatorLogin(OperatorProperties operators) {
        String password = Objects.requireNonNull(operators.operatorPassword(), "checked when it was read");
        return new OperatorLogin(password, new FailedLogins(operators.failedLoginsPerMinute(), System::nanoTime));
    }

    @Bean
    Refusals refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return new Refusals(problems);
    }

    @Bean
    RateLimit customerRate(LimitProperties limits) {
        return new RateLimit(limits.customerRequestsPerSecond(), System::nanoTime);
    }

    @Bean
    Origins origins(PageProperties pages) {
        return new Origins(pages.allowedOrigins());
    }

    /** The widget's calls, and the scripts it is made of; operators' calls come from our own pages only. */
    @Bean
    CorsConfigurationSource corsConfigurationSource(Origins origins) {
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        if (!origins.allowed().isEmpty()) {
            CorsConfiguration widget = new CorsConfiguration();
            widget.setAllowedOrigins(origins.allowed());
            widget.setAllowedMethods(List.of("GET", "HEAD", "POST", "DELETE"));
            widget.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, "X-Correlation-Id"));
            widget.setExposedHeaders(List.of("X-Correlation-Id", HttpHeaders.RETRY_AFTER));
            widget.setMaxAge(Duration.ofHours(1));
            // The first that fits counts, and no origin is allowed here.
            for (String path : List.of(Paths.RECORDED, Paths.REPLAY)) {
                source.registerCorsConfiguration(path, new CorsConfiguration());
            }
            for (String path : List.of(Paths.OFFERS, Paths.CONVERSATIONS + "/**", "/*.js", "/assets/**")) {
                source.registerCorsConfiguration(path, widget);
            }
        }
        return source;
    }

    /** The token itself is checked by the order flow, which knows it. */
    private static AuthorizationResult bringsToken(
            Supplier<? extends Authentication> login, RequestAuthorizationContext call) {
        String authorization = call.getRequest().getHeader(HttpHeaders.AUTHORIZATION);
        return new AuthorizationDecision(
                authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length()));
    }

    private static AuthorizationResult isOperator(Supplier<? extends Authentication> login) {
        return new AuthorizationDecision(login.get().getAuthorities().stream()
                .anyMatch(role -> ("ROLE_" + OperatorLogin.ROLE).equals(role.getAuthority())));
    }

    private static HeaderWriter policy(PageProperties pages) {
        String ancestors = String.join(" ", pages.frameAncestors());
        RequestMatcher swagger = PathPatternRequestMatcher.withDefaults().matcher("/swagger-ui/**");
        var ours = new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(swagger),
                new StaticHeadersWriter("Content-Security-Policy", POLICY + ancestors));
        var swaggers = new DelegatingRequestMatcherHeaderWriter(
                swagger, new StaticHeadersWriter("Content-Security-Policy", SWAGGER_POLICY + ancestors));
        return (request, response) -> {
            ours.writeHeaders(request, response);
            swaggers.writeHeaders(request, response);
        };
    }
}
