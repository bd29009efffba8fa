package io.parley.gateway.call;

import java.util.concurrent.Executor;

/**
 * What every call shares.
 *
 * @param hands do what waits, each on a thread of its own
 */
record Surroundings(
        VoiceProperties properties, VoiceEngines engines, Dialogue dialogue, CallMeters meters, Executor hands) {}
