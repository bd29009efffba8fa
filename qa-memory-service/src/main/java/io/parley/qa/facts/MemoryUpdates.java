package io.parley.qa.facts;

import io.parley.modelservice.serving.ModelsInUse;
import io.parley.qa.recall.AnswerModel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Has the models in use take up changed facts as soon as one is heard of, and new models the facts as they are, so that no
 * customer waits for it.
 */
@Component
final class MemoryUpdates implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(MemoryUpdates.class);

    private final ModelsInUse<AnswerModel> models;
    private final CurrentMemories memories;
    private final ExecutorService updating = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("memory-updates").daemon().factory());

    MemoryUpdates(ChangedFacts changed, ModelsInUse<AnswerModel> models, CurrentMemories memories) {
        this.models = models;
        this.memories = memories;
        changed.onChange(this::soon);
        models.onChange(this::soon);
    }

    @Override
    public void destroy() {
        updating.shutdownNow();
    }

    private void soon(String campaign) {
        try {
            updating.execute(() -> update(campaign));
        } catch (RejectedExecutionException e) {
            log.atDebug().addKeyValue("campaign", campaign).log("the service ends; facts change no more");
        }
    }

    private void update(String campaign) {
        try {
            Stream.of(models.champion(campaign), models.challenger(campaign))
                    .forEach(served -> served.ifPresent(memories::update));
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("campaign", campaign)
                    .setCause(e)
                    .log("changed facts could not be taken up; those before go on being recalled");
        }
    }
}
