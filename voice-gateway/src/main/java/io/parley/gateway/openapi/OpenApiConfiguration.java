package io.parley.gateway.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says what the controllers' signatures do not: who may call what, and how every call can fail. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String CUSTOMER = "customer";
    private static final String OPERATOR = "operator";
    private static final String DESCRIPTION = """
        Parley sells by conversation: it leads each customer down an order flow, answers questions on the way, and \
        comes back.

        **Customers** start a conversation, get a token, and send it with every further call as \
        `Authorization: Bearer <token>`. **Operators** use HTTP Basic with the user `operator`.

        **WebSocket**: `/ws/conversations/{id}` carries the same conversation as JSON text frames of at most 16 kB. \
        First, within 10 seconds, `{"type":"authenticate","token":"…"}`, answered by \
        `{"type":"ready","conversation":{…}}`. Then `{"type":"turn","turnId":"…","text":"…"}`, answered in order by \
        `{"type":"reply",…}` with the fields of a turn's reply, or by \
        `{"type":"problem","turnId":"…","status":…,"title":"…","detail":"…","retriable":…}`. After a lost connection \
        send unanswered turns again with the same turnId. What is said in between, by a person or of one, comes as \
        `{"type":"said","turn":{…},"state":"…","choices":[…],"outcome":…,"handOff":…}`.

        `/ws/desk` tells operators what happens at the desk. First \
        `{"type":"authenticate","password":"…"}`, answered by `{"type":"desk-ready","desk":{…}}`; then \
        `{"type":"desk","desk":{…}}` whenever it changes, and \
        `{"type":"conversation","handOffId":"…","conversationId":"…","turn":{…},"state":"…"}` for what is said.

        Every failure is a problem document (RFC 9457); its `type` is an address that explains it.
        """;

    @Bean
    OpenAPI parleyApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Parley")
                        .version("v1")
                        .description(DESCRIPTION)
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                CUSTOMER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The conversation's token"))
                        .addSecuritySchemes(
                                OPERATOR,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("User operator")));
    }

    @Bean
    OpenApiCustomizer whoAndHowItFails() {
        return api -> {
            ModelConverters.getInstance(true)
                    .readAll(new AnnotatedType(ProblemDocument.class))
                    .forEach(api.getComponents()::addSchemas);
            api.getPaths().forEach(OpenApiConfiguration::complete);
        };
    }

    private static void complete(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> {
            scheme(path, method).ifPresent(name -> operation.addSecurityItem(new SecurityRequirement().addList(name)));
            operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse()
                                    .description("A problem document")
                                    .content(new Content()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    new MediaType()
                                                            .schema(new Schema<>()
                                                                    .$ref("#/components/schemas/Problem")))));
            nameKinds(operation);
        });
    }

    private static Optional<String> scheme(String path, PathItem.HttpMethod method) {
        if (path.startsWith("/api/conversations/")) {
            boolean recorded = path.contains("/turns/")
                    || path.endsWith("/replay")
                    || (path.endsWith("/turns") && method == PathItem.HttpMethod.GET);
            return Optional.of(recorded ? OPERATOR : CUSTOMER);
        }
        boolean open = !path.startsWith("/api/")
                || path.equals("/api/offers")
                || (path.equals("/api/conversations") && method == PathItem.HttpMethod.POST);
        return open ? Optional.empty() : Optional.of(OPERATOR);
    }

    private static void nameKinds(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        if (parameters == null) {
            return;
        }
        for (Parameter parameter : parameters) {
            if (parameter.getName().equals("kind")) {
                parameter.setSchema(new StringSchema()._enum(List.of("next-state", "answers")));
            }
        }
    }
}
