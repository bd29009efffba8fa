package io.parley.gateway.sip;

import io.parley.gateway.call.CallEnd;
import java.text.ParseException;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sip.Dialog;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.AllowHeader;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call's dialog, as we use it: what was described last, who hangs up, who is transferred. Thread-safe. */
final class Line implements SipCall.Dialogue {

    private static final Logger log = LoggerFactory.getLogger(Line.class);
    private static final Pattern TARGET = Pattern.compile("(?:sips?:)?[A-Za-z0-9_.!~*'()&=+$,;?/@:%-]{1,200}");

    private final SipEndpoint endpoint;
    private final Dialog dialog;
    private final SdpWriter description;
    private final boolean canTransfer;
    private final Consumer<Line> whenOver;
    private final SipCall call = new SipCall(this);
    private int version;
    private boolean acknowledged;
    private boolean hangsUpOnceAcknowledged;
    private boolean transferring;
    private boolean awaitsAnswer;

    Line(SipEndpoint endpoint, Dialog dialog, SdpWriter description, Request invite, Consumer<Line> whenOver) {
        this.endpoint = endpoint;
        this.dialog = dialog;
        this.description = description;
        this.whenOver = whenOver;
        canTransfer = takesRefer(invite);
    }

    SipCall call() {
        return call;
    }

    SdpWriter description() {
        return description;
    }

    synchronized int nextVersion() {
        return ++version;
    }

    /** We made the offer, and the answer comes with the ACK. */
    synchronized void awaitAnswer(boolean waits) {
        awaitsAnswer = waits;
    }

    synchronized boolean awaitsAnswer() {
        return awaitsAnswer;
    }

    /** The other side has our answer: both may talk, and we may hang up. */
    void acknowledge() {
        boolean hangUp;
        synchronized (this) {
            acknowledged = true;
            hangUp = hangsUpOnceAcknowledged;
            hangsUpOnceAcknowledged = false;
        }
        if (hangUp) {
            send(Request.BYE, null);
        }
        call.sound().talk();
    }

    @Override
    public void bye() {
        synchronized (this) {
            if (!acknowledged) {
                hangsUpOnceAcknowledged = true;
                return;
            }
        }
        send(Request.BYE, null);
    }

    @Override
    public boolean refer(String target) {
        if (!canTransfer || !TARGET.matcher(target).matches()) {
            return false;
        }
        String uri = target.toLowerCase(Locale.ROOT).startsWith("sip") ? target : "sip:" + withHost(target);
        synchronized (this) {
            if (!acknowledged || transferring) {
                return false;
            }
            transferring = true;
        }
        if (!send(Request.REFER, uri)) {
            transferFailed();
            return false;
        }
        return true;
    }

    synchronized boolean isTransferring() {
        return transferring;
    }

    /** The person was not reached; the call goes on with us. */
    synchronized void transferFailed() {
        transferring = false;
    }

    @Override
    public void over(CallEnd why) {
        whenOver.accept(this);
    }

    private boolean send(String method, @Nullable String referTo) {
        try {
            Request request = dialog.createRequest(method);
            if (referTo != null) {
                request.setHeader(endpoint.headers()
                        .createReferToHeader(endpoint.addresses()
                                .createAddress(endpoint.addresses().createURI(referTo))));
                request.setHeader(endpoint.headers()
                        .createHeader(
                                "Referred-By", "<" + dialog.getLocalParty().getURI() + ">"));
            }
            dialog.sendRequest(endpoint.provider().getNewClientTransaction(request));
            return true;
        } catch (SipException | ParseException | RuntimeException gone) {
            // A dialog that the other side ended at the same time needs no request any more.
            log.atDebug().setCause(gone).addKeyValue("sip.method", method).log("a request could not be sent");
            return false;
        }
    }

    /** A name alone is somebody of the caller's own exchange. */
    private String withHost(String target) {
        if (target.indexOf('@') >= 0 || !(dialog.getRemoteParty().getURI() instanceof SipURI remote)) {
            return target;
        }
        return target + "@" + remote.getHost();
    }

    private static boolean takesRefer(Request invite) {
        boolean says = false;
        for (Iterator<?> allowed = invite.getHeaders(AllowHeader.NAME); allowed.hasNext(); ) {
            says = true;
            if (allowed.next() instanceof AllowHeader header
                    && header.getMethod().contains(Request.REFER)) {
                return true;
            }
        }
        return !says;
    }
}
