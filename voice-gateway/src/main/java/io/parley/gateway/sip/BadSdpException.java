package io.parley.gateway.sip;

/** What should describe a session does not. */
final class BadSdpException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong, in words a reason phrase may have
     */
    BadSdpException(String message) {
        super(message);
    }
}
