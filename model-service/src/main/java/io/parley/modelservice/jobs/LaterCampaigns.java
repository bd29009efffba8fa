package io.parley.modelservice.jobs;

/**
 * Decides when the campaigns after the first may begin to learn at the start: a bean of whoever starts the service and
 * wants to sell the first one soon. Without one they learn at once.
 */
@FunctionalInterface
public interface LaterCampaigns {

    /** Runs what makes them learn, now or later. */
    void mayLearn(Runnable learning);
}
