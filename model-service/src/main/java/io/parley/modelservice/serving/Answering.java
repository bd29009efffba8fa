package io.parley.modelservice.serving;

import io.parley.contracts.Fault;
import io.parley.contracts.Topic;
import io.parley.contracts.model.ModelReply;
import io.parley.contracts.model.ModelRequest;

/**
 * How one kind of model answers requests. Thread-safe.
 *
 * @param <M> a model
 * @param <Q> a request
 * @param <A> a reply
 */
public interface Answering<M, Q extends ModelRequest, A extends ModelReply> {

    Topic<Q> requests();

    Topic<A> replies();

    /**
     * Answers.
     *
     * @param since when the request was taken up, by {@link System#nanoTime}; the reply tells how long it took
     */
    A answer(Q request, ServedModel<M> served, long since);

    /** A reply that says why there is none. */
    A failed(Q request, Fault fault);

    /** What the customer hears of this reply, which is no failure. Two models agree where that is the same. */
    Said said(A reply);
}
