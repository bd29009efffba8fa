package io.parley.qa.facts;

import io.parley.campaign.FactOverlay;
import io.parley.modelservice.serving.ServedModel;
import io.parley.qa.recall.AnswerModel;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts trained models before the facts as they are now. Nothing is trained for it. Thread-safe. */
@Component
public final class CurrentMemories {

    private static final Logger log = LoggerFactory.getLogger(CurrentMemories.class);

    private final ChangedFacts changed;
    private final CurrentFacts facts;
    private final Map<AnswerModel, Current> currents = Collections.synchronizedMap(new WeakHashMap<>());

    CurrentMemories(ChangedFacts changed, CurrentFacts facts) {
        this.changed = changed;
        this.facts = facts;
    }

    /** A trained model, before the facts of an overlay. */
    private record Current(FactOverlay overlay, AnswerModel model) {}

    /** The model before the facts as they are now, or as they were until {@link #update} has taken up the last change. */
    public AnswerModel of(ServedModel<AnswerModel> served) {
        if (changed.of(served.version().campaign()).changes().isEmpty()) {
            return served.model();
        }
        Current current = currents.get(served.model());
        return current == null ? update(served) : current.model();
    }

    /** Takes up what was changed, if it was not yet. Meanwhile others are answered from the facts before. */
    synchronized AnswerModel update(ServedModel<AnswerModel> served) {
        String campaign = served.version().campaign();
        FactOverlay overlay = changed.of(campaign);
        Current known = currents.get(served.model());
        if (known != null && known.overlay() == overlay) {
            return known.model();
        }
        AnswerModel model =
                served.model().withFacts(facts.of(campaign, served.model().facts(), overlay));
        currents.put(served.model(), new Current(overlay, model));
        log.atInfo()
                .addKeyValue("campaign", campaign)
                .addKeyValue("version", served.name())
                .addKeyValue("facts", model.facts().size())
                .log("facts as they are now are recalled");
        return model;
    }
}
