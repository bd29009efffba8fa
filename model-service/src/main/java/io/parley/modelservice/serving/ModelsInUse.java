package io.parley.modelservice.serving;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.model.ActiveVersions;
import io.parley.modelservice.family.ModelFamily;
import io.parley.neural.registry.Aliases;
import io.parley.neural.registry.ModelRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The models that answer, in memory. What the registry's aliases say is loaded first and put in place at once; requests
 * under way finish with the model they began with. A campaign that has a champion never loses it for nothing: what cannot
 * be loaded leaves the former one answering.
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
    private final Refusals champions = new Refusals("champion");
    private final Refusals challengers = new Refusals("challenger");
    private final Map<String, Meter.Id> gauges = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    public ModelsInUse(ModelRegistry registry, ModelFamily<M, ?> family, MeterRegistry meters) {
        this.registry = registry;
        this.family = family;
        this.meters = meters;
        Gauge.builder(family.names().metric("models.refused"), champions, Refusals::count)
                .description("campaigns whose new champion cannot be loaded")
                .register(meters);
    }

    /** The model that answers for a campaign, if it has one. */
    public Optional<ServedModel<M>> champion(String campaign) {
        return Optional.ofNullable(pair(campaign).champion());
    }

    /** The model that is compared with it, if there is one. */
    public Optional<ServedModel<M>> challenger(String campaign) {
        return Optional.ofNullable(pair(campaign).challenger());
    }

    /** The model that answers and the one that is compared, as they belong together. */
    Pair<M> pair(String campaign) {
        return pairs.getOrDefault(campaign, Pair.none());
    }

    /** The version that answers for each campaign that has one. */
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        pairs.forEach((campaign, pair) -> {
            if (pair.champion() != null) {
                versions.put(campaign, pair.champion().name());
            }
        });
        return versions;
    }

    /** What should answer for a campaign and cannot be loaded, if that is so. */
    Optional<Refusals.Refusal> refusal(String campaign) {
        return champions.of(campaign);
    }

    /** Has a listener told the campaign whenever another champion or challenger is in place. It must not block. */
    public void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** A version, from memory if it is in use, else from disk. */
    public ServedModel<M> version(String campaign, String version) {
        ServedModel<M> inUse = pair(campaign).find(version);
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
     * @throws FaultException {@link Fault#MODEL_CORRUPT} or {@link Fault#MODEL_VERSION_NOT_FOUND} if the new champion
     *     cannot be loaded; the old one stays, or, where there is none, the latest of the former ones answers
     */
    public synchronized void refresh(String campaign) {
        refresh(campaign, true);
    }

    /**
     * Follows what was heard of from another instance, where it is later than what the folder says, and then the folder.
     * What cannot be loaded is noted.
     */
    synchronized void follow(String campaign, @Nullable ActiveVersions told) {
        boolean followed = told == null || adopt(told);
        try {
            refresh(campaign, followed);
        } catch (FaultException e) {
            log.atDebug().addKeyValue("campaign", campaign).setCause(e).log("noted as refused");
        }
    }

    private boolean adopt(ActiveVersions told) {
        try {
            registry.adopt(told.campaign(), told.champion(), told.challenger(), told.decidedAt());
            return true;
        } catch (FaultException e) {
            champions.note(told.campaign(), told.champion(), e);
            return false;
        }
    }

    private void refresh(String campaign, boolean clears) {
        Aliases aliases = registry.aliases(campaign);
        Pair<M> now = pair(campaign);
        String wanted = aliases.champion();
        if (wanted == null) {
            return;
        }
        try {
            ServedModel<M> champion = load(campaign, wanted, now);
            put(campaign, now, new Pair<>(champion, loadChallenger(campaign, aliases.challenger(), now)));
            if (clears) {
                champions.forget(campaign);
            }
        } catch (FaultException e) {
            champions.note(campaign, wanted, e);
            if (now.champion() == null) {
                former(campaign, aliases)
                        .ifPresent(version -> put(campaign, now, new Pair<>(version(campaign, version), null)));
            }
            throw e;
        }
    }

    private Optional<String> former(String campaign, Aliases aliases) {
        return aliases.earlier().reversed().stream()
                .filter(version -> loads(campaign, version))
                .findFirst();
    }

    private ServedModel<M> load(String campaign, String version, Pair<M> now) {
        ServedModel<M> inUse = now.find(version);
        // A folder that was emptied gives its numbers anew: the same name may mean another model.
        return inUse != null && inUse.version().equals(registry.version(campaign, version))
                ? inUse
                : read(campaign, version);
    }

    private @Nullable ServedModel<M> loadChallenger(String campaign, @Nullable String version, Pair<M> now) {
        if (version == null) {
            challengers.forget(campaign);
            return null;
        }
        try {
            ServedModel<M> challenger = load(campaign, version, now);
            challengers.forget(campaign);
            return challenger;
        } catch (FaultException e) {
            // A comparison that cannot be made must not keep the champion from answering.
            challengers.note(campaign, version, e);
            return null;
        }
    }

    private ServedModel<M> read(String campaign, String version) {
        return new ServedModel<>(registry.version(campaign, version), family.read(registry.files(campaign, version)));
    }

    private void put(String campaign, Pair<M> former, Pair<M> next) {
        if (next.equals(former)) {
            return;
        }
        pairs.put(campaign, next);
        ServedModel<M> champion = next.champion();
        if (champion != null && !champion.equals(former.champion())) {
            show(campaign, champion.name());
        }
        listeners.forEach(listener -> listener.accept(campaign));
    }

    private void show(String campaign, String version) {
        Meter.Id former = gauges.remove(campaign);
        if (former != null) {
            meters.remove(former);
        }
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
