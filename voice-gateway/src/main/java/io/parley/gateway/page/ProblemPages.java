package io.parley.gateway.page;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a problem document's {@code type} points at: what the problem means, why it happens, what to do. */
@RestController
@Tag(name = "Problems")
final class ProblemPages {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    @GetMapping("/problems/{code}")
    @Operation(summary = "What a problem means and what to do")
    ResponseEntity<String> explain(@PathVariable String code) throws IOException {
        Fault fault = Arrays.stream(Fault.values())
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new FaultException(
                        Fault.NOT_FOUND,
                        "There is no such problem; there are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Fault.values())
                                                .map(Fault::code)
                                                .toList()) + "."));
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .body(text(fault));
    }

    private static String text(Fault fault) throws IOException {
        return new ClassPathResource("problems/" + fault.code() + ".md", ProblemPages.class)
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
