package io.parley.gateway.sip;

/** Whether telephones can call. */
public interface Telephones {

    /** In a sentence: where they call, or what keeps them from it. */
    String told();
}
