package io.parley.gateway.sip;

import gov.nist.javax.sip.DialogTimeoutEvent;
import gov.nist.javax.sip.SipListenerExt;
import io.parley.gateway.call.CallEnd;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Locale;
import java.util.Objects;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the stack's requests to those who do them. Whatever one of them is like, the next one is taken: a request that fails
 * is answered with 400 or 500, told of in one line without its text, and ends nothing but itself.
 */
final class UserAgentServer implements SipListenerExt {

    private static final Logger log = LoggerFactory.getLogger(UserAgentServer.class);

    private final SipEndpoint endpoint;
    private final Invitations invitations;
    private final Registration registration;

    UserAgentServer(SipEndpoint endpoint, Invitations invitations, Registration registration) {
        this.endpoint = endpoint;
        this.invitations = invitations;
        this.registration = registration;
    }

    @Override
    public void processRequest(@Nullable RequestEvent given) {
        RequestEvent event = Objects.requireNonNull(given);
        Request request = event.getRequest();
        try {
            handle(event, request);
        } catch (ParseException | InvalidArgumentException bad) {
            log.atDebug().addKeyValue("sip.method", request.getMethod()).log("a request that is none was refused");
            reply(event, Response.BAD_REQUEST, null);
        } catch (SipException | RuntimeException failed) {
            log.atDebug()
                    .setCause(failed)
                    .addKeyValue("sip.method", request.getMethod())
                    .log("a request failed");
            reply(event, Response.SERVER_INTERNAL_ERROR, null);
        }
    }

    @Override
    public void processResponse(@Nullable ResponseEvent given) {
        ResponseEvent event = Objects.requireNonNull(given);
        if (event.getClientTransaction() == null) {
            return;
        }
        Request request = event.getClientTransaction().getRequest();
        if (request.getMethod().equals(Request.REGISTER)) {
            registration.answered(event.getResponse(), event.getClientTransaction());
            return;
        }
        Line line = lineOf(event.getDialog());
        if (line != null && request.getMethod().equals(Request.REFER)) {
            Transfer.answered(line, event.getResponse());
        }
    }

    @Override
    public void processTimeout(@Nullable TimeoutEvent given) {
        TimeoutEvent event = Objects.requireNonNull(given);
        if (event.isServerTransaction()) {
            lost(event.getServerTransaction().getDialog());
        } else if (event.getClientTransaction().getRequest().getMethod().equals(Request.REGISTER)) {
            registration.unanswered();
        } else {
            lost(event.getClientTransaction().getDialog());
        }
    }

    @Override
    public void processDialogTimeout(@Nullable DialogTimeoutEvent event) {
        Dialog dialog = Objects.requireNonNull(event).getDialog();
        lost(dialog);
        dialog.delete();
    }

    @Override
    public void processDialogTerminated(@Nullable DialogTerminatedEvent event) {
        lost(Objects.requireNonNull(event).getDialog());
    }

    @Override
    public void processIOException(@Nullable IOExceptionEvent event) {
        log.atDebug().log("a message could not be sent");
    }

    @Override
    public void processTransactionTerminated(@Nullable TransactionTerminatedEvent event) {}

    private void handle(RequestEvent event, Request request)
            throws ParseException, SipException, InvalidArgumentException {
        Dialog dialog = event.getDialog();
        Line line = lineOf(dialog);
        boolean inDialog = request.getHeader(ToHeader.NAME) instanceof ToHeader to && to.getTag() != null;
        switch (request.getMethod()) {
            case Request.INVITE -> {
                if (line != null) {
                    invitations.again(transaction(event), line);
                } else if (inDialog) {
                    reply(event, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, null);
                } else {
                    invitations.first(transaction(event));
                }
            }
            case Request.ACK -> {
                if (line != null) {
                    invitations.acknowledged(line, request);
                }
            }
            case Request.CANCEL -> {
                boolean known = invitations.cancel(request);
                reply(event, known ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, null);
            }
            case Request.BYE -> {
                reply(event, line == null ? Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST : Response.OK, null);
                if (line != null) {
                    line.call().left(line.isTransferring() ? CallEnd.TRANSFERRED : CallEnd.CALLER_LEFT);
                }
            }
            case Request.OPTIONS -> reply(event, Response.OK, null);
            case Request.INFO -> {
                if (line == null) {
                    reply(event, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, null);
                } else {
                    info(event, line.call());
                }
            }
            case Request.NOTIFY -> {
                reply(event, line == null ? Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST : Response.OK, null);
                if (line != null) {
                    Transfer.notified(line, request);
                }
            }
            // Methods of every name come in, and the rest is refused.
            default -> reply(event, Response.METHOD_NOT_ALLOWED, null);
        }
    }

    private void info(RequestEvent event, SipCall call) {
        Request request = event.getRequest();
        if (request.getHeader(ContentTypeHeader.NAME) instanceof ContentTypeHeader type
                && type.getContentType().equalsIgnoreCase("application")
                && type.getContentSubType().toLowerCase(Locale.ROOT).startsWith("dtmf")
                && request.getRawContent() != null) {
            Dtmf.key(new String(request.getRawContent(), StandardCharsets.US_ASCII))
                    .ifPresentOrElse(
                            key -> {
                                reply(event, Response.OK, null);
                                call.sound().heardKey(key);
                            },
                            () -> reply(event, Response.BAD_REQUEST, "No key"));
        } else if (request.getRawContent() == null) {
            reply(event, Response.OK, null);
        } else {
            reply(event, Response.UNSUPPORTED_MEDIA_TYPE, null);
        }
    }

    private ServerTransaction transaction(RequestEvent event) throws SipException {
        ServerTransaction known = event.getServerTransaction();
        return known != null ? known : endpoint.provider().getNewServerTransaction(event.getRequest());
    }

    private void reply(RequestEvent event, int status, @Nullable String reason) {
        try {
            if (!event.getRequest().getMethod().equals(Request.ACK)) {
                transaction(event).sendResponse(Replies.to(event.getRequest(), status, reason));
            }
        } catch (SipException | InvalidArgumentException | ParseException | RuntimeException gone) {
            log.atDebug().setCause(gone).addKeyValue("sip.status", status).log("a request stays without answer");
        }
    }

    private static void lost(@Nullable Dialog dialog) {
        Line line = lineOf(dialog);
        if (line != null) {
            line.call().left(CallEnd.CONNECTION_LOST);
        }
    }

    private static @Nullable Line lineOf(@Nullable Dialog dialog) {
        return dialog != null && dialog.getApplicationData() instanceof Line line ? line : null;
    }
}
