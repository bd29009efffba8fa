package io.parley.standalone.stack;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Keeps from each service what Spring Boot would set up only because another service's libraries are there too. */
final class OwnAutoConfigurations implements AutoConfigurationImportFilter, EnvironmentAware {

    private Optional<Service> service = Optional.empty();

    @Override
    public void setEnvironment(Environment environment) {
        service = Optional.ofNullable(environment.getProperty(Service.PROPERTY)).flatMap(Service::of);
    }

    @Override
    public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            matches[i] = name == null || service.map(one -> one.has(name)).orElse(true);
        }
        return matches;
    }
}
