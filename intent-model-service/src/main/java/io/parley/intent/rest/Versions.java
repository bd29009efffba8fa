package io.parley.intent.rest;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.serving.ModelsInUse;
import io.parley.intent.serving.ServedModel;
import org.jspecify.annotations.Nullable;

/** Finds the model a request means. */
final class Versions {

    private Versions() {}

    /**
     * @param version null for the champion
     * @throws FaultException {@link Fault#MODEL_NOT_TRAINED}, {@link Fault#MODEL_VERSION_NOT_FOUND}
     */
    static ServedModel chosen(ModelsInUse models, String campaign, @Nullable String version) {
        if (version != null) {
            return models.version(campaign, version);
        }
        return models.champion(campaign)
                .orElseThrow(() -> new FaultException(
                        Fault.MODEL_NOT_TRAINED,
                        "campaign " + campaign + " has no next-state model yet; its training jobs tell how far it is"));
    }
}
