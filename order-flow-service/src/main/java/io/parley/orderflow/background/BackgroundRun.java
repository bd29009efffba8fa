package io.parley.orderflow.background;

/** Something of a campaign that runs for minutes. */
public interface BackgroundRun {

    /** Names it in addresses; unique. */
    String id();

    String campaign();

    /** Does all of it; whatever fails is kept and told, not thrown. */
    void run();

    /** Ends it early; what was found stays. */
    void cancel();

    boolean isOver();
}
