package io.parley.gateway.call.recording;

import java.time.Instant;

/**
 * A recording, without its sound.
 *
 * @param call the call it is of
 * @param rate samples a second
 * @param began when the caller had agreed
 * @param seconds of sound
 * @param deletedAt when it will be deleted
 */
record RecordingView(
        String call, String conversation, String campaign, int rate, Instant began, long seconds, Instant deletedAt) {}
