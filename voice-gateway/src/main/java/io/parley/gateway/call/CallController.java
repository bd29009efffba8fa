package io.parley.gateway.call;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Calls, for operators. */
@RestController
@Tag(name = "Calls", description = "Telephone calls that are up or were lately.")
final class CallController {

    private final CallRecords records;

    CallController(CallRecords records) {
        this.records = records;
    }

    @GetMapping("/api/calls")
    @Operation(summary = "The latest calls", description = "The latest first; moments are only in a single call.")
    List<CallView> calls() {
        return records.all();
    }

    @GetMapping("/api/calls/{call}")
    @Operation(
            summary = "A call",
            description = "With its timeline: what was heard and said, and what it took. What the caller said is"
                    + " masked; of keys only how many were pressed is known.")
    CallView call(@PathVariable String call) {
        return records.one(call);
    }
}
