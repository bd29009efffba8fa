package io.parley.gateway.sip;

import gov.nist.javax.sip.clientauthutils.AccountManager;
import gov.nist.javax.sip.clientauthutils.UserCredentials;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes us known to a PBX as one of its telephones, again and again, with digest authentication. Thread-safe. */
final class Registration {

    private static final Logger log = LoggerFactory.getLogger(Registration.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);
    private static final int MAX_FORWARDS = 70;
    private static final int CHALLENGES = 2;

    private final SipEndpoint endpoint;
    private final SipProperties.@Nullable RegistrarProperties registrar;
    private final ScheduledExecutorService clock;
    private @Nullable CallIdHeader callId;
    private @Nullable ScheduledFuture<?> next;
    private long sequence;
    private int challenged;
    private String state;

    Registration(
            SipEndpoint endpoint,
            SipProperties.@Nullable RegistrarProperties registrar,
            ScheduledExecutorService clock) {
        this.endpoint = endpoint;
        this.registrar = registrar;
        this.clock = clock;
        state = registrar == null ? "none" : "not yet registered";
    }

    /** Registers, if there is a registrar. */
    synchronized void begin() {
        if (registrar != null) {
            callId = endpoint.provider().getNewCallId();
            send(registrar.expires());
        }
    }

    /** Takes our name back. */
    synchronized void end() {
        if (next != null) {
            next.cancel(false);
        }
        if (registrar != null && state.startsWith("registered")) {
            send(Duration.ZERO);
        }
    }

    /** How it stands: {@code none}, {@code registered as …}, or why not. */
    synchronized String state() {
        return state;
    }

    synchronized void answered(Response response, ClientTransaction transaction) {
        if (registrar == null) {
            return;
        }
        int status = response.getStatusCode();
        if (status == Response.UNAUTHORIZED || status == Response.PROXY_AUTHENTICATION_REQUIRED) {
            answerChallenge(registrar, response, transaction);
        } else if (status / 100 == 2) {
            challenged = 0;
            if (transaction.getRequest().getExpires().getExpires() > 0) {
                become("registered as " + registrar);
                // A fifth of the time is left for trying again.
                again(registrar.expires().multipliedBy(4).dividedBy(5));
            }
        } else if (status >= 300) {
            failed("the registrar refuses with " + status);
        }
    }

    synchronized void unanswered() {
        failed("the registrar does not answer");
    }

    private void answerChallenge(
            SipProperties.RegistrarProperties registrar, Response response, ClientTransaction transaction) {
        if (++challenged > CHALLENGES) {
            failed("the registrar does not accept the password");
            return;
        }
        AccountManager account = (challengedTransaction, realm) -> new Credentials(registrar, realm);
        try {
            ClientTransaction retry = endpoint.stack()
                    .getAuthenticationHelper(account, endpoint.headers())
                    .handleChallenge(response, transaction, endpoint.provider(), 5, true);
            if (retry.getRequest().getHeader(CSeqHeader.NAME) instanceof CSeqHeader number) {
                sequence = number.getSeqNumber();
            }
            retry.sendRequest();
        } catch (SipException | RuntimeException unanswerable) {
            failed("the registrar's challenge cannot be answered");
        }
    }

    private void send(Duration expires) {
        if (registrar == null || callId == null) {
            return;
        }
        try {
            SipURI server = (SipURI) endpoint.addresses().createURI(registrar.uri());
            SipURI us = endpoint.addresses().createSipURI(registrar.user(), server.getHost());
            Request request = endpoint.messages()
                    .createRequest(
                            server,
                            Request.REGISTER,
                            callId,
                            endpoint.headers().createCSeqHeader(++sequence, Request.REGISTER),
                            endpoint.headers()
                                    .createFromHeader(
                                            endpoint.addresses().createAddress(us), Long.toHexString(sequence)),
                            endpoint.headers()
                                    .createToHeader(endpoint.addresses().createAddress(us), null),
                            endpoint.via(ListeningPoint.UDP),
                            endpoint.headers().createMaxForwardsHeader(MAX_FORWARDS));
            request.setHeader(
                    endpoint.headers().createContactHeader(endpoint.contact(registrar.user(), ListeningPoint.UDP)));
            request.setExpires(endpoint.headers().createExpiresHeader(Math.toIntExact(expires.toSeconds())));
            endpoint.provider().getNewClientTransaction(request).sendRequest();
        } catch (SipException | ParseException | InvalidArgumentException | RuntimeException failed) {
            failed("the registrar cannot be reached");
        }
    }

    private void failed(String why) {
        challenged = 0;
        become(why);
        again(TRY_AGAIN);
    }

    private void become(String other) {
        if (!other.equals(state)) {
            state = other;
            log.atInfo().addKeyValue("sip.registration", other).log("registration of the telephone");
        }
    }

    private void again(Duration in) {
        if (registrar != null && !clock.isShutdown()) {
            Duration expires = registrar.expires();
            next = clock.schedule(() -> sendAgain(expires), in.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void sendAgain(Duration expires) {
        send(expires);
    }

    private record Credentials(SipProperties.RegistrarProperties registrar, String realm) implements UserCredentials {

        @Override
        public String getUserName() {
            return registrar.user();
        }

        @Override
        public String getPassword() {
            return registrar.password();
        }

        @Override
        public String getSipDomain() {
            return realm;
        }
    }
}
