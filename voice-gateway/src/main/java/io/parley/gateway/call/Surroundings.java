package io.parley.gateway.call;

import io.parley.gateway.call.recording.Recordings;
import java.util.concurrent.Executor;

/**
 * What every call shares.
 *
 * @param hands do what waits, each on a thread of its own
 */
record Surroundings(
        VoiceProperties properties,
        VoiceEngines engines,
        Dialogue dialogue,
        CallMeters meters,
        Recordings recordings,
        Executor hands) {}
