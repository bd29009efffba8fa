package io.parley.gateway.call;

/** Takes calls: begins the conversation, greets, listens, answers, until either side ends it. */
public interface Switchboard {

    /**
     * Takes a call that the leg has answered, or is about to.
     *
     * @param leg plays from now on; it may be told to before this returns
     * @return to be told what the leg hears; ready at once, though the conversation begins a little later
     * @throws NoRoomException if as many calls are up as may be
     */
    CallListener connect(CallLeg leg, CallRequest request) throws NoRoomException;
}
