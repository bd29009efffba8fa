package io.parley.gateway.sip;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPMessageValve;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.sip.SipStack;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what comes from elsewhere or too often before the stack keeps anything of it. Of a flood only some are answered,
 * so that nobody makes us send one at somebody else. What belongs to a call passes.
 */
final class Doorkeeper implements SIPMessageValve {

    /** Answers a second to one address whose requests are refused; the rest of them hear nothing. */
    private static final int REFUSALS_PER_SECOND = 20;
    /** Of requests that are no calls: OPTIONS every few seconds is usual. */
    private static final int OTHERS_PER_SECOND = 50;

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Networks allowed;
    private final Rate invites;
    private final Rate others = new Rate(OTHERS_PER_SECOND);
    private final Rate refusals = new Rate(REFUSALS_PER_SECOND);
    private final AtomicLong foreign = new AtomicLong();
    private final AtomicLong tooMany = new AtomicLong();

    Doorkeeper(Networks allowed, int invitesPerSecond) {
        this.allowed = allowed;
        invites = new Rate(invitesPerSecond);
    }

    @Override
    public boolean processRequest(@Nullable SIPRequest given, @Nullable MessageChannel channel) {
        SIPRequest request = Objects.requireNonNull(given);
        MessageChannel back = Objects.requireNonNull(channel);
        InetAddress source = back.getPeerPacketSourceAddress();
        if (!allowed.have(source)) {
            foreign.incrementAndGet();
            refuse(request, back, source, Response.FORBIDDEN);
            return false;
        }
        if (request.getToTag() != null || isOfATransaction(request)) {
            return true;
        }
        Rate rate = request.getMethod().equals(Request.INVITE) ? invites : others;
        if (!rate.allows(source, System.nanoTime())) {
            tooMany.incrementAndGet();
            refuse(request, back, source, Response.SERVICE_UNAVAILABLE);
            return false;
        }
        return true;
    }

    @Override
    public boolean processResponse(@Nullable Response response, @Nullable MessageChannel channel) {
        return true;
    }

    @Override
    public void init(@Nullable SipStack stack) {}

    @Override
    public void destroy() {}

    /** Requests from networks that may not call. */
    long foreign() {
        return foreign.get();
    }

    /** Requests that came too fast. */
    long tooMany() {
        return tooMany.get();
    }

    private static boolean isOfATransaction(SIPRequest request) {
        return request.getMethod().equals(Request.ACK) || request.getMethod().equals(Request.CANCEL);
    }

    private void refuse(SIPRequest request, MessageChannel channel, InetAddress source, int status) {
        if (request.getMethod().equals(Request.ACK) || !refusals.allows(source, System.nanoTime())) {
            return;
        }
        SIPResponse response = request.createResponse(status);
        if (status == Response.SERVICE_UNAVAILABLE) {
            response.setHeader(Replies.retryAfter(RETRY_AFTER_SECONDS));
        }
        try {
            channel.sendMessage(response);
        } catch (IOException gone) {
            // Whoever does not take a refusal needs none.
            return;
        }
    }
}
