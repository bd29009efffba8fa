package io.parley.gateway.call.recording;

import java.time.Instant;

/** The first piece of a recording: what it is. */
record RecordingHeader(String conversation, String campaign, int rate, Instant began) {}
