package io.parley.modelservice.rest;

import io.parley.neural.jobs.Jobs;
import io.parley.neural.jobs.ShownJob;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A job's changes as server-sent events. */
final class JobEvents {

    private static final Duration LONGEST = Duration.ofHours(1);

    private JobEvents() {}

    static SseEmitter of(Jobs<?, ?> jobs, String campaign, String job) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Runnable leave = jobs.follow(campaign, job, change -> send(emitter, change));
        emitter.onCompletion(leave);
        emitter.onTimeout(emitter::complete);
        return emitter;
    }

    private static void send(SseEmitter emitter, ShownJob change) {
        try {
            emitter.send(SseEmitter.event().name("progress").data(change, MediaType.APPLICATION_JSON));
            if (change.state().isFinal()) {
                emitter.complete();
            }
        } catch (IOException | IllegalStateException e) {
            // The listener has gone; the emitter's completion takes it off the list.
            emitter.completeWithError(e);
        }
    }
}
