package io.parley.modelservice.parrot;

import io.parley.contracts.Fault;
import io.parley.contracts.Topic;
import io.parley.contracts.model.ModelReply;
import io.parley.contracts.model.ModelRequest;
import io.parley.modelservice.serving.Answering;
import io.parley.modelservice.serving.Said;
import io.parley.modelservice.serving.ServedModel;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks parrots. */
public class ParrotAnswering implements Answering<Parrot, ParrotAnswering.Request, ParrotAnswering.Reply> {

    /** What makes a parrot choke. */
    public static final String BONE = "bone";

    /** Something to say to a parrot. */
    public record Request(
            String requestId,
            String conversationId,
            String campaign,
            String state,
            String text,
            Instant deadline,
            @Nullable String version)
            implements ModelRequest {

        public Request {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("a parrot needs something to hear");
            }
        }
    }

    /** What it said. */
    public record Reply(
            String requestId,
            String said,
            String version,
            @Nullable String failure) implements ModelReply {}

    @Override
    public Topic<Request> requests() {
        return new Topic<>("parrot.requests.v1", Request.class, Map.of());
    }

    @Override
    public Topic<Reply> replies() {
        return new Topic<>("parrot.replies.v1", Reply.class, Map.of());
    }

    @Override
    public Reply answer(Request request, ServedModel<Parrot> served, long since) {
        if (request.text().equals(BONE)) {
            throw new IllegalStateException("choked");
        }
        return new Reply(
                request.requestId(),
                served.model().say(request.text()),
                served.version().version(),
                null);
    }

    @Override
    public Reply failed(Request request, Fault fault) {
        return new Reply(request.requestId(), "", "", fault.code());
    }

    @Override
    public Said said(Reply reply) {
        return new Said(reply.said(), 1);
    }
}
