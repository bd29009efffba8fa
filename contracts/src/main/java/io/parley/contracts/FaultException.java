package io.parley.contracts;

import java.util.List;

/** A {@link Fault} on its way to the caller, with what is wrong, where, and what to do. */
public final class FaultException extends RuntimeException {

    private final Fault fault;
    private final List<String> problems;

    /**
     * @param detail what is wrong here and what to do about it; never a customer's words
     */
    public FaultException(Fault fault, String detail) {
        this(fault, detail, List.of());
    }

    /**
     * @param problems every single problem where there can be many, such as the bad rows of a file
     */
    public FaultException(Fault fault, String detail, List<String> problems) {
        super(detail);
        this.fault = fault;
        this.problems = List.copyOf(problems);
    }

    public FaultException(Fault fault, String detail, Throwable cause) {
        super(detail, cause);
        this.fault = fault;
        this.problems = List.of();
    }

    public Fault fault() {
        return fault;
    }

    public List<String> problems() {
        return problems;
    }
}
