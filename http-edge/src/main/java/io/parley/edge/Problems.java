package io.parley.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contracts.Fault;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.http.ProblemDetail;

/** Makes problem documents (RFC 9457) of faults, and counts them as {@code faults{code,kind}}. */
public final class Problems {

    private final MeterRegistry meters;

    public Problems(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts a fault that nobody is told of by a document. */
    public void count(Fault fault) {
        meters.counter("faults", "code", fault.code(), "kind", fault.kind().name())
                .increment();
    }

    /**
     * @param detail what is wrong here and what to do; never a customer's words
     * @param problems every single problem where there can be many; may be empty
     */
    public ProblemDetail of(Fault fault, String detail, List<String> problems) {
        count(fault);
        ProblemDetail problem = ProblemDetail.forStatus(fault.status());
        problem.setType(fault.type());
        problem.setTitle(fault.title());
        problem.setDetail(detail);
        problem.setProperty("code", fault.code());
        problem.setProperty("retriable", fault.retriable());
        problem.setProperty("correlationId", MDC.get(CorrelationFilter.MDC_KEY));
        if (!problems.isEmpty()) {
            problem.setProperty("problems", problems);
        }
        return problem;
    }
}
