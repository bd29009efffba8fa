package io.parley.campaign;

import java.util.List;

/** What the examples say all together. */
final class ExampleCheck {

    private ExampleCheck() {}

    static void check(
            Campaign campaign, List<Example> examples, List<Example> heldOut, Report report, Report heldOutReport) {}
}
