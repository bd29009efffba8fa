package io.parley.campaign;

/** A proof would take more work than is allowed: it is neither made nor refuted. */
final class BoundReachedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
