package io.parley.qa.facts;

import io.parley.campaign.FactOverlay;
import io.parley.contracts.fact.FactChange;
import io.parley.modelservice.topic.WholeTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What operators changed of the campaigns' facts, as the topic tells it. */
@Component
public final class ChangedFacts implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChangedFacts.class);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final WholeTopic<FactChange> topic;
    private final FactProperties properties;
    private final Map<String, FactOverlay> overlays = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    ChangedFacts(WholeTopic<FactChange> topic, FactProperties properties) {
        this.topic = topic;
        this.properties = properties;
    }

    /** What was changed of a campaign's facts; the same object until there is something new. */
    public FactOverlay of(String campaign) {
        return overlays.getOrDefault(campaign, FactOverlay.NONE);
    }

    /**
     * The same for who must know all that was changed so far: waits until the topic was read to its end, though not for ever.
     */
    public FactOverlay ofAllSoFar(String campaign) {
        long deadline = System.nanoTime() + properties.patience().toNanos();
        while (!topic.isCaughtUp()) {
            if (System.nanoTime() - deadline > 0) {
                log.atWarn()
                        .addKeyValue("campaign", campaign)
                        .log("changed facts may be missing: their topic is silent");
                break;
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return of(campaign);
    }

    /** Has a listener told the campaign whenever facts of it change. It must not block. */
    void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("changed-facts").daemon().start(() -> topic.read(this::hear));
    }

    @Override
    public void stop() {
        running = false;
        topic.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    void hear(FactChange change) {
        FactOverlay before = of(change.campaign());
        FactOverlay after = before.with(change);
        if (after == before) {
            return;
        }
        overlays.put(change.campaign(), after);
        log.atInfo()
                .addKeyValue("campaign", change.campaign())
                .addKeyValue("fact", change.fact())
                .addKeyValue("version", change.version())
                .addKeyValue("status", change.status().label())
                .log("a fact was changed");
        listeners.forEach(listener -> listener.accept(change.campaign()));
    }
}
