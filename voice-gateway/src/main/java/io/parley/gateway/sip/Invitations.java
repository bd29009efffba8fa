package io.parley.gateway.sip;

import io.parley.gateway.call.CallEnd;
import io.parley.gateway.call.CallRequest;
import io.parley.gateway.rtp.G711;
import io.parley.gateway.rtp.Media;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.address.Address;
import javax.sip.header.CallIdHeader;
import javax.sip.header.RequireHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes calls of INVITEs, and changes them by later ones. A first one is looked at beside the stack's threads, since it may
 * wait for the order flow and may ring.
 */
final class Invitations {

    private static final Logger log = LoggerFactory.getLogger(Invitations.class);
    /** INVITEs that are looked at or ring at the same time. */
    private static final int AT_ONCE = 64;

    private static final List<G711> BOTH = List.of(G711.MU_LAW, G711.A_LAW);

    private final SipEndpoint endpoint;
    private final Lines lines;
    private final Callee callee;
    private final Duration ringFor;
    private final Counts counts;
    private final Executor executor;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Map<String, CompletableFuture<Boolean>> waiting = new ConcurrentHashMap<>();

    Invitations(SipEndpoint endpoint, Lines lines, Callee callee, Duration ringFor, Counts counts, Executor executor) {
        this.endpoint = endpoint;
        this.lines = lines;
        this.callee = callee;
        this.ringFor = ringFor;
        this.counts = counts;
        this.executor = executor;
    }

    /** Somebody calls. */
    void first(ServerTransaction transaction) {
        if (!room.tryAcquire()) {
            refuse(transaction, Refusal.untilLater(Response.SERVICE_UNAVAILABLE));
            return;
        }
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        String id = callId(transaction.getRequest());
        waiting.put(id, cancelled);
        executor.execute(() -> {
            try {
                answer(transaction, cancelled);
                counts.answered(Response.OK);
            } catch (Refusal refusal) {
                refuse(transaction, refusal);
            } catch (ParseException | InvalidArgumentException bad) {
                refuse(transaction, Refusal.of(Response.BAD_REQUEST, null));
            } catch (SipException | RuntimeException failed) {
                log.atWarn().addKeyValue("error", failed.toString()).log("a call could not be answered");
                refuse(transaction, Refusal.of(Response.SERVER_INTERNAL_ERROR, null));
            } finally {
                waiting.remove(id, cancelled);
                room.release();
            }
        });
    }

    /** The other side changes the call: its address, or whether it holds. */
    void again(ServerTransaction transaction, Line line) throws ParseException, SipException, InvalidArgumentException {
        Request request = transaction.getRequest();
        Response response = Replies.to(request, Response.OK, null);
        response.setHeader(endpoint.headers().createContactHeader(contact(request)));
        try {
            Optional<SessionDescription> offer = offer(request);
            if (offer.isPresent()) {
                SessionDescription.MediaLine call = callOf(offer.get());
                line.call().sound().agree(call.media());
                Replies.describe(response, line.description().answer(offer.get(), call, line.nextVersion()));
            } else {
                G711 law = line.call().sound().media().law();
                line.awaitAnswer(true);
                Replies.describe(
                        response, line.description().offer(List.of(law), Direction.SENDRECV, line.nextVersion()));
            }
        } catch (Refusal refusal) {
            transaction.sendResponse(Replies.to(request, refusal.status(), refusal.reason()));
            return;
        }
        transaction.sendResponse(response);
    }

    /** The other side has our answer, and gives its own if the offer was ours. */
    void acknowledged(Line line, Request ack) {
        if (line.awaitsAnswer()) {
            line.awaitAnswer(false);
            try {
                byte[] body = ack.getRawContent();
                line.call()
                        .sound()
                        .agree(callOf(SdpReader.read(body == null ? new byte[0] : body))
                                .media());
            } catch (BadSdpException | Refusal none) {
                line.acknowledge();
                line.call().hangUp(CallEnd.MALFORMED);
                return;
            }
        }
        line.acknowledge();
    }

    /** Whoever called does not wait any longer; false if there is nothing to take back. */
    boolean cancel(Request cancel) {
        CompletableFuture<Boolean> cancelled = waiting.get(callId(cancel));
        return cancelled != null && cancelled.complete(true);
    }

    private void answer(ServerTransaction transaction, CompletableFuture<Boolean> cancelled)
            throws Refusal, ParseException, SipException, InvalidArgumentException {
        Request request = transaction.getRequest();
        if (request.getHeader(RequireHeader.NAME) instanceof RequireHeader) {
            throw Refusal.of(Response.BAD_EXTENSION, null);
        }
        if (!Callee.transport(request).matches("(?i)udp|tcp")) {
            throw Refusal.of(Response.BAD_REQUEST, "Unknown transport");
        }
        Optional<SessionDescription> offer = offer(request);
        InetAddress source = Callee.source(request);
        SessionDescription.MediaLine call = offer.isPresent() ? callOf(offer.get()) : null;
        String campaign = callee.campaign(request);
        String tag = Long.toHexString(System.nanoTime());
        if (ringFor.isPositive()) {
            transaction.sendResponse(Replies.ofDialog(request, Response.RINGING, tag, contact(request)));
            if (Boolean.TRUE.equals(cancelled
                    .completeOnTimeout(false, ringFor.toMillis(), TimeUnit.MILLISECONDS)
                    .join())) {
                throw Refusal.of(Response.REQUEST_TERMINATED, null);
            }
        }
        // From here on it is too late to take the call back: who cancels now hangs up.
        if (!cancelled.complete(false) && cancelled.join()) {
            throw Refusal.of(Response.REQUEST_TERMINATED, null);
        }
        // Without an offer of theirs we know where their sound comes from once they acknowledge ours.
        Media media = call == null
                ? new Media(G711.MU_LAW, -1, new InetSocketAddress(source, 9), false, false)
                : call.media();
        Line line = lines.connect(
                transaction.getDialog(),
                request,
                media,
                source,
                new CallRequest(campaign, Callee.caller(request), "sip"));
        try {
            transaction.getDialog().setApplicationData(line);
            Response response = Replies.ofDialog(request, Response.OK, tag, contact(request));
            line.awaitAnswer(call == null);
            Replies.describe(
                    response,
                    offer.isPresent() && call != null
                            ? line.description().answer(offer.get(), call, line.nextVersion())
                            : line.description().offer(BOTH, Direction.SENDRECV, line.nextVersion()));
            transaction.sendResponse(response);
        } catch (SipException | ParseException | InvalidArgumentException | RuntimeException failed) {
            line.call().left(CallEnd.CONNECTION_LOST);
            throw failed;
        }
    }

    private static SessionDescription.MediaLine callOf(SessionDescription offer) throws Refusal {
        return offer.call()
                .orElseThrow(() -> Refusal.of(Response.NOT_ACCEPTABLE_HERE, "Needs audio RTP/AVP with PCMU or PCMA"));
    }

    private static Optional<SessionDescription> offer(Request request) throws Refusal {
        byte[] body = request.getRawContent();
        if (body == null || body.length == 0) {
            return Optional.empty();
        }
        if (!Replies.isDescribed(request)) {
            throw Refusal.of(Response.UNSUPPORTED_MEDIA_TYPE, null);
        }
        try {
            return Optional.of(SdpReader.read(body));
        } catch (BadSdpException bad) {
            throw Refusal.of(Response.BAD_REQUEST, "Bad SDP: " + bad.getMessage());
        }
    }

    private void refuse(ServerTransaction transaction, Refusal refusal) {
        counts.answered(refusal.status());
        try {
            Response response = Replies.to(transaction.getRequest(), refusal.status(), refusal.reason());
            if (refusal.asksToRetry()) {
                response.setHeader(Replies.retryAfter(Refusal.RETRY_AFTER));
            }
            if (refusal.status() == Response.BAD_EXTENSION
                    && transaction.getRequest().getHeader(RequireHeader.NAME) instanceof RequireHeader required) {
                response.setHeader(endpoint.headers().createUnsupportedHeader(required.getOptionTag()));
            }
            transaction.sendResponse(response);
        } catch (SipException | ParseException | InvalidArgumentException | RuntimeException gone) {
            log.atDebug()
                    .setCause(gone)
                    .addKeyValue("sip.status", refusal.status())
                    .log("an INVITE stays unanswered");
        }
    }

    private Address contact(Request request) throws ParseException {
        return endpoint.contact(Callee.OURSELVES, Callee.transport(request));
    }

    private static String callId(Request request) {
        return request.getHeader(CallIdHeader.NAME) instanceof CallIdHeader id ? id.getCallId() : "";
    }
}
