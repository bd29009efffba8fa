package io.parley.gateway.sip;

import gov.nist.javax.sip.DialogTimeoutEvent;
import gov.nist.javax.sip.SipListenerExt;
import io.parley.gateway.rtp.G711;
import io.parley.gateway.rtp.RtpCounts;
import io.parley.gateway.rtp.RtpListener;
import io.parley.gateway.rtp.RtpPorts;
import io.parley.gateway.rtp.RtpSession;
import io.parley.speech.Sound;
import java.io.IOException;
import java.net.InetAddress;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * A telephone that places one call, to try whether a Parley takes it: it speaks, presses keys, hears, hangs up.
 */
public final class SipCaller implements AutoCloseable {

    private static final int MAX_FORWARDS = 70;
    private static final Duration GONE_AFTER = Duration.ofSeconds(30);

    private final SipEndpoint endpoint;
    private final CallerListener listener;
    private final RtpPorts.Pair ports;
    private final InetAddress host;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile String how = "hung up";
    private volatile boolean wasAnswered;
    private @Nullable ClientTransaction invite;
    private @Nullable Dialog dialog;
    private @Nullable RtpSession sound;

    private SipCaller(SipEndpoint endpoint, RtpPorts.Pair ports, InetAddress host, CallerListener listener) {
        this.endpoint = endpoint;
        this.ports = ports;
        this.host = host;
        this.listener = listener;
    }

    /**
     * Calls.
     *
     * @param target such as {@code sip:space-trip@127.0.0.1:5060}
     * @param host our numeric address, at which sound and requests find us
     * @param port for SIP; the next ones are for sound
     * @throws IllegalArgumentException if the target is no address
     * @throws IOException if a port is taken, or the call cannot be sent
     */
    public static SipCaller call(String target, String host, int port, CallerListener listener) throws IOException {
        InetAddress address = Networks.numeric(host);
        RtpPorts.Pair pair = new RtpPorts(address, port + 1, port + 8).take();
        SipEndpoint endpoint = null;
        try {
            endpoint = SipEndpoint.open(host, port, host, List.of());
            SipCaller caller = new SipCaller(endpoint, pair, address, listener);
            endpoint.listen(caller.new Ear());
            caller.invite(target);
            return caller;
        } catch (ParseException bad) {
            close(endpoint, pair);
            throw new IllegalArgumentException(
                    target + " is no address to call; one is sip:space-trip@127.0.0.1:5060", bad);
        } catch (SipException | InvalidArgumentException failed) {
            close(endpoint, pair);
            throw new IOException("the call to " + target + " cannot be sent: " + failed.getMessage(), failed);
        } catch (IOException | RuntimeException failed) {
            close(endpoint, pair);
            throw failed;
        }
    }

    /** Says something after what was given before; before the call is answered, nothing. */
    public synchronized void play(Sound what, String mark) {
        if (sound != null) {
            sound.play(what.atRate(Sound.TELEPHONE).samples(), mark);
        }
    }

    /** Presses keys, 200 ms each. */
    public synchronized void press(String keys) {
        if (sound != null) {
            sound.press(keys);
        }
    }

    /** How the other side's sound came. */
    public synchronized RtpCounts counts() {
        return sound == null ? new RtpCounts(0, 0, 0, 0, 0) : sound.counts();
    }

    /** Ends the call, or takes it back before it is answered. */
    public synchronized void hangUp() {
        try {
            if (sound != null && dialog != null) {
                dialog.sendRequest(endpoint.provider().getNewClientTransaction(dialog.createRequest(Request.BYE)));
                sound.close();
            } else if (invite != null) {
                endpoint.provider()
                        .getNewClientTransaction(invite.createCancel())
                        .sendRequest();
            }
        } catch (SipException | RuntimeException gone) {
            end("hung up; the other side could not be told");
        }
    }

    @Override
    public void close() {
        end("hung up");
        close(endpoint, ports);
    }

    private void invite(String target) throws ParseException, SipException, InvalidArgumentException {
        URI uri = endpoint.addresses().createURI(target);
        if (!(uri instanceof SipURI sip)) {
            throw new ParseException(target, 0);
        }
        String transport =
                ListeningPoint.TCP.equalsIgnoreCase(sip.getTransportParam()) ? ListeningPoint.TCP : ListeningPoint.UDP;
        Address us = endpoint.contact("self-test", transport);
        Request request = endpoint.messages()
                .createRequest(
                        uri,
                        Request.INVITE,
                        endpoint.provider().getNewCallId(),
                        endpoint.headers().createCSeqHeader(1L, Request.INVITE),
                        endpoint.headers().createFromHeader(us, Long.toHexString(System.nanoTime())),
                        endpoint.headers().createToHeader(endpoint.addresses().createAddress(uri), null),
                        endpoint.via(transport),
                        endpoint.headers().createMaxForwardsHeader(MAX_FORWARDS));
        request.setHeader(endpoint.headers().createContactHeader(us));
        Replies.allow(request);
        SdpWriter description = new SdpWriter(host, ports.port(), ports.port());
        Replies.describe(request, description.offer(List.of(G711.MU_LAW, G711.A_LAW), Direction.SENDRECV, 1));
        ClientTransaction transaction = endpoint.provider().getNewClientTransaction(request);
        synchronized (this) {
            invite = transaction;
        }
        transaction.sendRequest();
    }

    private void answered(Response response, ClientTransaction transaction)
            throws SipException, InvalidArgumentException, BadSdpException {
        CSeqHeader number = (CSeqHeader) response.getHeader(CSeqHeader.NAME);
        Dialog agreed = transaction.getDialog();
        agreed.sendAck(agreed.createAck(number.getSeqNumber()));
        synchronized (this) {
            if (sound != null) {
                return;
            }
            byte[] body = response.getRawContent();
            SessionDescription.MediaLine line = SdpReader.read(body == null ? new byte[0] : body)
                    .call()
                    .orElseThrow(() -> new BadSdpException("the answer has no sound we know"));
            dialog = agreed;
            wasAnswered = true;
            sound = new RtpSession(
                    ports, line.media(), line.address(), new RtpSession.Patience(GONE_AFTER, GONE_AFTER), new Line());
            listener.answered();
            sound.start();
            sound.talk();
        }
    }

    private void end(String why) {
        RtpSession session;
        synchronized (this) {
            session = sound;
        }
        how = why;
        if (session != null) {
            session.close();
        } else if (over.compareAndSet(false, true)) {
            listener.over(why, false);
        }
    }

    private static void close(@Nullable SipEndpoint endpoint, RtpPorts.Pair ports) {
        ports.close();
        if (endpoint != null) {
            endpoint.close();
        }
    }

    /** The sound's side of the call. */
    private final class Line implements RtpListener {

        @Override
        public void heard(short[] frame) {
            listener.heard(frame);
        }

        @Override
        public void digit(char digit) {}

        @Override
        public void played(String mark) {
            listener.played(mark);
        }

        @Override
        public void silent() {
            end("nothing came from the other side for " + GONE_AFTER.toSeconds() + " s");
            hangUp();
        }

        @Override
        public void closed() {
            if (over.compareAndSet(false, true)) {
                listener.over(how, wasAnswered);
            }
        }
    }

    /** The signalling's side. */
    private final class Ear implements SipListenerExt {

        @Override
        public void processRequest(@Nullable RequestEvent given) {
            RequestEvent event = Objects.requireNonNull(given);
            Request request = event.getRequest();
            if (request.getMethod().equals(Request.ACK)) {
                return;
            }
            boolean bye = request.getMethod().equals(Request.BYE);
            try {
                ServerTransaction known = event.getServerTransaction();
                ServerTransaction transaction =
                        known == null ? endpoint.provider().getNewServerTransaction(request) : known;
                boolean refer = request.getMethod().equals(Request.REFER);
                int status = bye ? Response.OK : refer ? Response.DECLINE : Response.METHOD_NOT_ALLOWED;
                transaction.sendResponse(Replies.to(request, status, null));
            } catch (SipException | InvalidArgumentException | ParseException gone) {
                end("a request of the other side could not be answered: " + gone.getMessage());
            }
            if (bye) {
                end("the other side hung up");
            }
        }

        @Override
        public void processResponse(@Nullable ResponseEvent given) {
            ResponseEvent event = Objects.requireNonNull(given);
            ClientTransaction transaction = event.getClientTransaction();
            Response response = event.getResponse();
            if (transaction == null || !transaction.getRequest().getMethod().equals(Request.INVITE)) {
                return;
            }
            if (response.getStatusCode() >= Response.MULTIPLE_CHOICES) {
                end(response.getStatusCode() + " " + response.getReasonPhrase());
            } else if (response.getStatusCode() >= Response.OK) {
                try {
                    answered(response, transaction);
                } catch (SipException | InvalidArgumentException | BadSdpException failed) {
                    end("the answer is none: " + failed.getMessage());
                }
            }
        }

        @Override
        public void processTimeout(@Nullable TimeoutEvent event) {
            end("no answer");
        }

        @Override
        public void processDialogTimeout(@Nullable DialogTimeoutEvent event) {
            end("the call's dialog timed out");
        }

        @Override
        public void processDialogTerminated(@Nullable DialogTerminatedEvent event) {}

        @Override
        public void processIOException(@Nullable IOExceptionEvent event) {
            end("the other side cannot be reached");
        }

        @Override
        public void processTransactionTerminated(@Nullable TransactionTerminatedEvent event) {}
    }
}
