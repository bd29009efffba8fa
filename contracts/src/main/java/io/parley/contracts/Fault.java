package io.parley.contracts;

import static io.parley.contracts.Fault.Kind.CALLER;
import static io.parley.contracts.Fault.Kind.INTERNAL;
import static io.parley.contracts.Fault.Kind.TRANSIENT;

import java.net.URI;
import java.util.Locale;

/**
 * Everything that can go wrong, by what the caller can do about it. {@code docs/problems/<code>.md} explains each;
 * {@link #type()} points there.
 */
public enum Fault {
    REQUEST_INVALID(CALLER, 400, "The request cannot be read"),
    CREDENTIAL_MISSING(CALLER, 401, "A credential is needed"),
    FORBIDDEN(CALLER, 403, "This credential does not allow that"),
    NOT_FOUND(CALLER, 404, "There is nothing at this address"),
    METHOD_NOT_ALLOWED(CALLER, 405, "This address does not take that method"),
    CONVERSATION_NOT_FOUND(CALLER, 404, "There is no such conversation"),
    CONVERSATION_ENDED(CALLER, 409, "The conversation has ended"),
    CALL_NOT_FOUND(CALLER, 404, "There is no such call"),
    RECORDING_NOT_FOUND(CALLER, 404, "There is no such recording"),
    TURN_ID_REUSED(CALLER, 409, "The turn id was used for another text"),
    UTTERANCE_TOO_LONG(CALLER, 413, "The utterance is too long"),
    REQUEST_TOO_LARGE(CALLER, 413, "The request is too large"),
    CAMPAIGN_NOT_FOUND(CALLER, 404, "There is no such campaign"),
    CAMPAIGN_INVALID(CALLER, 422, "The campaign has problems"),
    CAMPAIGN_VERSION_NOT_FOUND(CALLER, 404, "There is no such version of the campaign"),
    CAMPAIGN_VERSION_NOT_LEARNT(CALLER, 409, "The models have not learnt that version"),
    CAMPAIGN_CHANGED(CALLER, 412, "Somebody else published a version"),
    CANDIDATE_REFUSED(CALLER, 409, "The candidate's trial ended badly"),
    FACT_NOT_FOUND(CALLER, 404, "There is no such fact"),
    FACT_VERSION_NOT_FOUND(CALLER, 404, "There is no such version of the fact"),
    FACT_INVALID(CALLER, 422, "The fact has problems"),
    FACT_CHANGED(CALLER, 412, "Somebody else changed the fact"),
    ORDER_NOT_FOUND(CALLER, 404, "There is no such order"),
    SIMULATION_NOT_FOUND(CALLER, 404, "There is no such simulation"),
    SIMULATION_RUNNING(CALLER, 409, "Another simulation is running"),
    CHECK_NOT_FOUND(CALLER, 404, "There is no such check of the campaign"),
    CHECK_RUNNING(CALLER, 409, "Another check of this kind is running"),
    REVIEW_NOT_FOUND(CALLER, 404, "There is no such utterance or batch to review"),
    REVIEW_REFUSED(CALLER, 422, "The utterance cannot be learnt with that label"),
    TURN_NOT_FOUND(CALLER, 404, "There is no record of that turn"),
    HAND_OFF_NOT_FOUND(CALLER, 404, "There is no such hand-off"),
    HAND_OFF_ENDED(CALLER, 409, "The hand-off has ended"),
    HAND_OFF_NOT_YOURS(CALLER, 409, "Somebody else talks with this customer, or nobody yet"),
    AGENT_OFF_DUTY(CALLER, 409, "Only somebody on duty can talk with customers"),
    SLOT_VALUE_INVALID(CALLER, 422, "A slot cannot have that value"),
    TRAINING_JOB_NOT_FOUND(CALLER, 404, "There is no such training job"),
    STUDY_NOT_FOUND(CALLER, 404, "There is no such study"),
    TRAINING_DATA_INVALID(CALLER, 422, "The training data has problems"),
    MODEL_VERSION_NOT_FOUND(CALLER, 404, "There is no such model version"),
    MODEL_VERSION_IN_USE(CALLER, 409, "The model version is in use"),
    TOO_MANY_REQUESTS(TRANSIENT, 429, "Too many requests in a short time"),
    MODEL_NOT_TRAINED(TRANSIENT, 503, "The model is not trained yet"),
    MODEL_TIMED_OUT(TRANSIENT, 503, "A model did not answer in time"),
    CAMPAIGN_NOT_READY(TRANSIENT, 503, "The campaign cannot sell yet"),
    SERVICE_UNAVAILABLE(TRANSIENT, 503, "A part of Parley does not answer"),
    CONVERSATION_BUSY(TRANSIENT, 503, "Another turn of this conversation is being taken"),
    SESSION_CORRUPT(INTERNAL, 500, "The stored session cannot be read"),
    MODEL_CORRUPT(INTERNAL, 500, "The stored model cannot be read"),
    UNEXPECTED(INTERNAL, 500, "Something went wrong on our side");

    /** Who can do something about a fault. */
    public enum Kind {
        /** The caller: by asking differently. */
        CALLER,
        /** Nobody needs to: the same call may work in a moment. */
        TRANSIENT,
        /** We: the log has the cause under the correlation id. */
        INTERNAL
    }

    private final Kind kind;
    private final int status;
    private final String title;

    Fault(Kind kind, int status, String title) {
        this.kind = kind;
        this.status = status;
        this.title = title;
    }

    public Kind kind() {
        return kind;
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    /** One short sentence for people. */
    public String title() {
        return title;
    }

    /** Whether the very same call may succeed later. */
    public boolean retriable() {
        return kind == TRANSIENT;
    }

    /** The code as it stands in addresses and metrics: {@code conversation-not-found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The {@code type} of its problem document (RFC 9457). */
    public URI type() {
        return URI.create("/problems/" + code());
    }
}
