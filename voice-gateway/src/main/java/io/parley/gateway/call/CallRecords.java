package io.parley.gateway.call;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The latest calls, in memory. What was said in them is the conversation's, which the order flow keeps. */
@Component
final class CallRecords {

    private static final int MOST_CALLS = 500;

    private final Map<String, CallLog> calls = new LinkedHashMap<>();
    private final Clock clock = Clock.systemUTC();
    private final CallTeller teller;

    CallRecords(CallTeller teller) {
        this.teller = teller;
    }

    synchronized CallLog begin(String id, String kind) {
        if (calls.size() == MOST_CALLS) {
            calls.remove(calls.keySet().iterator().next());
        }
        CallLog log = new CallLog(id, kind, clock, teller);
        calls.put(id, log);
        return log;
    }

    /** The latest first, without their timelines. */
    synchronized List<CallView> all() {
        List<CallView> views = new ArrayList<>();
        calls.values().forEach(log -> views.addFirst(log.view(false)));
        return views;
    }

    /** @throws FaultException {@link Fault#CALL_NOT_FOUND} */
    synchronized CallView one(String id) {
        CallLog log = calls.get(id);
        if (log == null) {
            throw new FaultException(
                    Fault.CALL_NOT_FOUND, "There is no call " + id + "; only the latest " + MOST_CALLS + " are kept.");
        }
        return log.view(true);
    }
}
