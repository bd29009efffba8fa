package io.parley.intent.serving;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.network.ModelFiles;
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
 */
@Component
public class ModelsInUse {

    private static final Logger log = LoggerFactory.getLogger(ModelsInUse.class);

    private final ModelRegistry registry;
    private final MeterRegistry meters;
    private final Map<String, Pair> pairs = new ConcurrentHashMap<>();
    private final Map<String, Meter.Id> gauges = new ConcurrentHashMap<>();

    ModelsInUse(ModelRegistry registry, MeterRegistry meters) {
        this.registry = registry;
        this.meters = meters;
    }

    /** The model that answers for a campaign, if it has one. */
    public Optional<ServedModel> champion(String campaign) {
        return Optional.ofNullable(pairs.get(campaign)).map(Pair::champion);
    }

    /** The model that is compared with it, if there is one. */
    public Optional<ServedModel> challenger(String campaign) {
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
    public ServedModel version(String campaign, String version) {
        Pair pair = pairs.getOrDefault(campaign, Pair.EMPTY);
        ServedModel inUse = pair.find(version);
        return inUse != null ? inUse : read(campaign, version);
    }

    /**
     * Follows the registry's aliases.
     *
     * @throws FaultException {@link Fault#MODEL_CORRUPT} if the new champion cannot be read; the old one stays
     */
    public synchronized void refresh(String campaign) {
        Aliases aliases = registry.aliases(campaign);
        Pair now = pairs.getOrDefault(campaign, Pair.EMPTY);
        Pair next =
                new Pair(load(campaign, aliases.champion(), now), loadChallenger(campaign, aliases.challenger(), now));
        pairs.put(campaign, next);
        show(campaign, next);
    }

    private @Nullable ServedModel load(String campaign, @Nullable String version, Pair now) {
        if (version == null) {
            return null;
        }
        ServedModel inUse = now.find(version);
        return inUse != null ? inUse : read(campaign, version);
    }

    private @Nullable ServedModel loadChallenger(String campaign, @Nullable String version, Pair now) {
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

    private ServedModel read(String campaign, String version) {
        return new ServedModel(registry.version(campaign, version), ModelFiles.read(registry.files(campaign, version)));
    }

    private void show(String campaign, Pair pair) {
        Meter.Id former = gauges.remove(campaign);
        if (former != null) {
            meters.remove(former);
        }
        ServedModel champion = pair.champion();
        if (champion != null) {
            String version = champion.version().version();
            Gauge gauge = Gauge.builder("next.state.model", () -> 1)
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

    private record Pair(
            @Nullable ServedModel champion, @Nullable ServedModel challenger) {

        static final Pair EMPTY = new Pair(null, null);

        @Nullable
        ServedModel find(String version) {
            if (champion != null && champion.version().version().equals(version)) {
                return champion;
            }
            return challenger != null && challenger.version().version().equals(version) ? challenger : null;
        }
    }
}
