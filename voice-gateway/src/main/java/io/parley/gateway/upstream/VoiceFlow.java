package io.parley.gateway.upstream;

import static io.parley.gateway.upstream.Upstream.path;

import io.parley.contracts.voice.CallEvents;
import io.parley.contracts.voice.Expected;
import io.parley.contracts.voice.SpokenCampaign;
import java.time.Duration;

/** What the order-flow-service tells of a conversation only where it is led by voice. */
public final class VoiceFlow {

    private final Upstream service;
    private final Duration timeout;

    VoiceFlow(Upstream service, UpstreamProperties properties) {
        this.service = service;
        this.timeout = properties.readTimeout();
    }

    /** What kind of answer a conversation waits for. */
    public Expected expected(String conversation, String authorization) {
        return service.call(
                "GET", path("conversations", conversation, "expected"), authorization, null, Expected.class, timeout);
    }

    /** Tells what happened in calls; telling it twice does no harm. */
    public void tell(CallEvents events) {
        service.call("POST", path("calls", "events"), null, events, CallEvents.Told.class, timeout);
    }

    /** What is said in a campaign. */
    public SpokenCampaign spoken(String campaign) {
        return service.call("GET", path("campaigns", campaign, "spoken"), null, null, SpokenCampaign.class, timeout);
    }
}
