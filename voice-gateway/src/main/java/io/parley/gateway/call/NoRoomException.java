package io.parley.gateway.call;

/** As many calls are up as may be; the leg says so by its own busy code. */
public final class NoRoomException extends Exception {

    private static final long serialVersionUID = 1L;

    public NoRoomException(int calls) {
        super(calls + " calls are up, and no more are taken (parley.voice.max-calls); call again later");
    }
}
