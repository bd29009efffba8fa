package io.parley.gateway.call.recording;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Recordings of calls, for operators. */
@RestController
@Tag(name = "Recordings", description = "The sound of calls whose callers agreed to be recorded.")
final class RecordingsController {

    private static final MediaType WAV = MediaType.parseMediaType("audio/wav");

    private final Recordings recordings;

    RecordingsController(Recordings recordings) {
        this.recordings = recordings;
    }

    @GetMapping("/api/recordings")
    @Operation(summary = "The recordings there are", description = "The latest first.")
    List<RecordingView> recordings() {
        return recordings.all();
    }

    @GetMapping("/api/recordings/{call}")
    @Operation(
            summary = "The sound of a call",
            description =
                    "A WAV of two channels: the caller left, Parley right. While a secret was asked for, it is silent.")
    ResponseEntity<StreamingResponseBody> recording(@PathVariable String call) {
        RecordingView found = recordings.one(call);
        return ResponseEntity.ok()
                .contentType(WAV)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + found.call() + ".wav\"")
                .body(to -> recordings.writeWav(found.call(), to));
    }

    @DeleteMapping("/api/recordings/{call}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a recording", description = "For good: there is no other copy.")
    void delete(@PathVariable String call) {
        recordings.delete(call);
    }
}
