package io.parley.gateway.model;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A comparison as the model services answer with it; for the OpenAPI document. */
@Schema(name = "Comparison")
record ComparisonDocument(
        String first,
        String second,
        int rows,
        double firstAccuracy,
        double secondAccuracy,
        int bothRight,
        int onlyFirst,
        int onlySecond,
        int bothWrong,
        McNemar mcNemar,
        List<Change> changed) {

    /** Whether the difference may be chance. */
    @Schema(name = "McNemar")
    record McNemar(
            @Schema(allowableValues = {"exact", "chi-square"})
            String method,

            double p) {}

    /** A row that one version gets right and the other does not. */
    @Schema(name = "ChangedRow")
    record Change(int row, String text, String state, String label, String first, String second) {}
}
