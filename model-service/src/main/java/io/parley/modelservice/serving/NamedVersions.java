package io.parley.modelservice.serving;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.neural.registry.ModelRegistry;
import io.parley.neural.registry.ModelVersion;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Versions that are asked by name, in use or not: whoever plays earlier turns again asks the same one thousands of times.
 * What was read from disk stays while there is memory. Thread-safe.
 */
@Component
class NamedVersions<M> {

    private final ModelsInUse<M> models;
    private final ModelRegistry registry;
    private final Map<String, SoftReference<ServedModel<M>>> read = new ConcurrentHashMap<>();

    NamedVersions(ModelsInUse<M> models, ModelRegistry registry) {
        this.models = models;
        this.registry = registry;
    }

    /**
     * @throws FaultException {@link Fault#MODEL_VERSION_NOT_FOUND}, {@link Fault#MODEL_CORRUPT}
     */
    ServedModel<M> get(String campaign, String version) {
        // A folder that was emptied gives its numbers anew: the same name may mean another model.
        ModelVersion known = registry.version(campaign, version);
        String key = campaign + "/" + version;
        @Nullable SoftReference<ServedModel<M>> reference = read.get(key);
        @Nullable ServedModel<M> earlier = reference == null ? null : reference.get();
        if (earlier != null && earlier.version().equals(known)) {
            return earlier;
        }
        ServedModel<M> served = models.version(campaign, version);
        read.put(key, new SoftReference<>(served));
        return served;
    }
}
