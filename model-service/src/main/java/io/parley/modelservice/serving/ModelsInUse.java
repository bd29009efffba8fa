package io.parley.modelservice.serving;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.modelservice.family.ModelFamily;
import io.parley.neural.registry.Aliases;
import io.parley.neural.registry.ModelRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The models that answer, in memory. What the registry's aliases say is loaded and put in place at once; requests under
 * way finish with the model they began with.
 *
 * @param <M> a model
 */
@Component
public class ModelsInUse<M> {

    private static final Logger log = LoggerFactory.getLogger(ModelsInUse.class);

    private final ModelRegistry registry;
    private final ModelFamily<M, ?> family;
    private final MeterRegistry meters;
    private final Map<String, Pair<M>> pairs = new ConcurrentHashMap<>();
    private final Map<String, Meter.Id> gauges = new ConcurrentHashMap<>();

    public ModelsInUse(ModelRegistry registry, ModelFamily<M, ?> family, MeterRegistry meters) {
        this.registry = registry;
        this.family = family;
        this.meters = meters;
    }

    /** The model that answers for a campaign, if it has one. */
    public Optional<ServedModel<M>> champion(String campaign) {
        return Optional.ofNullable(pairs.get(campaign)).map(Pair::champion);
    }

    /** The model that is compared with it, if there is one. */
    public Optional<ServedModel<M>> challenger(String campaign) {
        return Optional.ofNullable(pairs.get(campaign)).map(Pair::challenger);
    }

    /** The version that answers for each campaign that has one. */
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        pairs.forEach((campaign, pair) -> {
            if (pair.champion() != null) {
                versions.put(campaign, pair.champion().version().version());
            }
        });
        return versions;
    }

    /** A version, from memory if it is in use, else from disk. */
    public ServedModel<M> version(String campaign, String version) {
        Pair<M> pair = pairs.getOrDefault(campaign, Pair.empty());
        ServedModel<M> inUse = pair.find(version);
        return inUse != null ? inUse : read(campaign, version);
    }

    /** Whether a version can be loaded. Why it cannot is logged. */
    public boolean loads(String campaign, String version) {
        try {
            version(campaign, version);
            return true;
        } catch (FaultException e) {
            log.atWarn()
                    .addKeyValue("campaign", campaign)
                    .addKeyValue("version", version)
                    .setCause(e)
                    .log("a version cannot be loaded");
            return false;
        }
    }

    /**
     * The model a request means.
     *
     * @param version null for the champion
     * @throws FaultException {@link Fault#MODEL_NOT_TRAINED}, {@link Fault#MODEL_VERSION_NOT_FOUND}
     */
    public ServedModel<M> chosen(String campaign, @Nullable String version) {
        if (version != null) {
            return version(campaign, version);
        }
        return champion(campaign)
                .orElseThrow(() -> new FaultException(
                        Fault.MODEL_NOT_TRAINED,
                        "campaign " + campaign + " has no " + family.names().model()
                                + " yet; its training jobs tell how far it is"));
    }

    /**
     * Follows the registry's aliases.
     *
     * @throws FaultException {@link Fault#MODEL_CORRUPT} if the new champion cannot be read; the old one stays
     */
    public synchronized void refresh(String campaign) {
        Aliases aliases = registry.aliases(campaign);
        Pair<M> now = pairs.getOrDefault(campaign, Pair.empty());
        Pair<M> next = new Pair<>(
                load(campaign, aliases.champion(), now), loadChallenger(campaign, aliases.challenger(), now));
        pairs.put(campaign, next);
        show(campaign, next);
    }

    private @Nullable ServedModel<M> load(String campaign, @Nullable String version, Pair<M> now) {
        if (version == null) {
            return null;
        }
        ServedModel<M> inUse = now.find(version);
        return inUse != null ? inUse : read(campaign, version);
    }

    private @Nullable ServedModel<M> loadChallenger(String campaign, @Nullable String version, Pair<M> now) {
        try {
            return load(campaign, version, now);
        } catch (FaultException e) {
            // A comparison that cannot be made must not keep the champion from answering.
            log.atError()
                    .addKeyValue("campaign", campaign)
                    .addKeyValue("version", version)
                    .setCause(e)
                    .log("the challenger cannot be loaded");
            return null;
        }
    }

    private ServedModel<M> read(String campaign, String version) {
        return new ServedModel<>(registry.version(campaign, version), family.read(registry.files(campaign, version)));
    }

    private void show(String campaign, Pair<M> pair) {
        Meter.Id former = gauges.remove(campaign);
        if (former != null) {
            meters.remove(former);
        }
        ServedModel<M> champion = pair.champion();
        if (champion != null) {
            String version = champion.version().version();
            Gauge gauge = Gauge.builder(family.names().metric("model"), () -> 1)
                    .description("1 for the version that answers")
                    .tags("campaign", campaign, "version", version)
                    .register(meters);
            gauges.put(campaign, gauge.getId());
            log.atInfo()
                    .addKeyValue("campaign", campaign)
                    .addKeyValue("version", version)
                    .log("model in use");
        }
    }

    private record Pair<M>(
            @Nullable ServedModel<M> champion, @Nullable ServedModel<M> challenger) {

        static <M> Pair<M> empty() {
            return new Pair<>(null, null);
        }

        @Nullable
        ServedModel<M> find(String version) {
            if (champion != null && champion.version().version().equals(version)) {
                return champion;
            }
            return challenger != null && challenger.version().version().equals(version) ? challenger : null;
        }
    }
}
