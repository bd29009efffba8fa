package io.parley.modelservice.rest;

import io.parley.neural.jobs.ShownJob;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/** The answer to a wish for long work. */
final class Accepted {

    private Accepted() {}

    /**
     * The job, and where it can be looked up.
     *
     * @param sort as it stands in addresses: {@code studies}
     */
    static <J extends ShownJob> ResponseEntity<J> of(String sort, J job) {
        URI address = URI.create("/models/" + job.campaign() + "/" + sort + "/" + job.id());
        return ResponseEntity.accepted().location(address).body(job);
    }
}
